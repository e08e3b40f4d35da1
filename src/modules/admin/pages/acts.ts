import { actSheets } from '../../../site/index.ts'
import { groundLabel } from '../../charters/index.ts'
import { events } from '../events.ts'
import { mayAdminister } from '../may.ts'
import { holder } from '../subject.tsx'

export const actPages = actSheets(holder, {
  who: mayAdminister,
  title: ({ name }) => `${name}さん`,
  events,
  ground: (_, ground, { charter }) => groundLabel(charter, ground),
})
