import { accounts } from './modules/accounts/index.ts'
import { admin } from './modules/admin/index.ts'
import { agreements } from './modules/agreements/index.ts'
import { charters } from './modules/charters/index.ts'
import { cities } from './modules/cities/index.ts'
import { evaluations } from './modules/evaluations/index.ts'
import { inbox } from './modules/inbox/index.ts'
import { parties } from './modules/parties/index.ts'
import { principles } from './modules/principles/index.ts'
import { programmes } from './modules/programmes/index.ts'
import { projects } from './modules/projects/index.ts'
import { proposals } from './modules/proposals/index.ts'
import { questionnaires } from './modules/questionnaires/index.ts'
import { register } from './modules/register/index.ts'
import { talks } from './modules/talks/index.ts'
import { texts } from './modules/texts/index.ts'
import type { Module } from './platform/module.ts'

/** Every module in order. A module may import only modules above it, through their doors. */
export const modules: Module[] = [
  accounts,
  cities,
  charters,
  parties,
  questionnaires,
  talks,
  texts,
  programmes,
  proposals,
  agreements,
  projects,
  evaluations,
  principles,
  inbox,
  register,
  admin,
]
