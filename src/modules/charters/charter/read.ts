import { join } from 'node:path'
import { z } from 'zod'
import { describeProblems, type Problem, readFolder } from '../documents/index.ts'
import { type Charter, CharterParts, CharterSchema, type CharterText } from '../schema/charter.ts'
import { type Common, CommonSchema } from '../schema/common.ts'
import { keysOf, missing } from '../schema/references.ts'

export type ReadCharter = { charter: Charter } | { problems: Problem[] }

/** Reads a city's folder, with what all cities share from `charters/common` beside it, or from the folder given. */
export function readCharter(folder: string, commonFolder = join(folder, '..', 'common')): ReadCharter {
  const common = readCommon(commonFolder)
  if ('problems' in common) return common
  const read = readFolder(folder, CharterSchema.superRefine(agreesWith(common.common)))
  if ('problems' in read) return read
  return { charter: { ...read.value, common: common.common } }
}

/** Reads what is true of the world and not of one city. */
function readCommon(folder: string): { common: Common } | { problems: Problem[] } {
  const read = readFolder(folder, CommonSchema)
  return 'problems' in read ? read : { common: read.value }
}

/** The schema for editors: any of a charter's parts may stand in any of its files. */
export function charterJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(CharterParts.partial(), { io: 'input', unrepresentable: 'any', reused: 'ref' }),
    title: 'Tomoni charter',
  }
}

function agreesWith(common: Common) {
  const notes = keysOf(common.legalNotes)
  return (charter: CharterText, context: z.RefinementCtx) => {
    for (const [at, form] of charter.forms.entries())
      for (const [noteAt, note] of form.legalNotes.entries())
        if (!notes.has(note))
          context.addIssue({
            code: 'custom',
            path: ['forms', at, 'legalNotes', noteAt],
            message: missing(['法令の注意(common の legalNotes)', 'legalNotes in common'], note, notes),
          })
  }
}

/** What the command line prints about a folder: that it can be used, or every problem in both languages. */
export function checkCharter(folder: string, commonFolder?: string): { ok: boolean; text: string } {
  const read = readCharter(folder, commonFolder)
  if ('charter' in read) {
    const { city, version } = read.charter
    return {
      ok: true,
      text: `${city.name.ja}の版「${version.number}」は使えます。\n${city.name.en ?? city.slug}: version "${version.number}" is ready to use.`,
    }
  }
  const count = read.problems.length
  return {
    ok: false,
    text: `${describeProblems(read.problems)}\n\n直すところが${count}か所あります。 ${count} problem(s) to put right.`,
  }
}
