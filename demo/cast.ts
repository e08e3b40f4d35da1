import { iruma } from './iruma/setting.ts'
import { kawagoe } from './kawagoe/setting.ts'
import { kawaguchi } from './kawaguchi/setting.ts'
import { kawasaki } from './kawasaki/setting.ts'
import type { CitySetting } from './setting.ts'
import { yoshikawa } from './yoshikawa/setting.ts'

/**
 * The five cities with the people that demonstration, tests and screenshots share. In every city stand, by these names:
 * - `secretary`: keeps the papers of the first group and signs for it
 * - `representative`: represents the first group
 * - `neighbour`: represents, keeps the papers of and signs for the second group
 * - `section`: officer of the collaboration section
 * - `clerk`: another officer of the section, who sits at the desk
 * - `officer`: officer of the responsible department
 * - `signatory`: signs for the city
 * - `administrator`: of the city's accounts
 * - `stranger`: signed in, with no part in anything
 */
export const settings: CitySetting[] = [kawaguchi, kawagoe, yoshikawa, iruma, kawasaki]
