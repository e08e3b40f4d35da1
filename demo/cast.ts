import { iruma } from './iruma/setting.ts'
import { kawagoe } from './kawagoe/setting.ts'
import { kawaguchi } from './kawaguchi/setting.ts'
import { kawasaki } from './kawasaki/setting.ts'
import type { CitySetting } from './setting.ts'
import { yoshikawa } from './yoshikawa/setting.ts'

/** The five cities with the people that demonstration, tests and screenshots share. */
export const settings: CitySetting[] = [kawaguchi, kawagoe, yoshikawa, iruma, kawasaki]

/** The parts that stand in every city, by which tests call them. */
export type Part =
  | 'secretary' // keeps the papers of the first group and signs for it
  | 'representative' // represents the first group
  | 'neighbour' // represents, keeps the papers of and signs for the second group
  | 'section' // officer of the collaboration section
  | 'officer' // officer of the responsible department
  | 'signatory' // signs for the city
  | 'administrator'
  | 'stranger' // signed in, with no part in anything
