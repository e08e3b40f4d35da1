import { join } from 'node:path'
import { z } from 'zod'
import { readFolder } from '../documents/folder.ts'
import type { Problem } from '../documents/problem.ts'
import { inBoth } from '../documents/wording.ts'
import { type Charter, CharterParts, type CharterText } from '../schema/charter.ts'
import { checkCoherence } from '../schema/coherence.ts'
import { type Common, CommonSchema } from '../schema/common.ts'
import { checkReferences, keysOf, missing, type Report, textsAt } from '../schema/references.ts'
import { checkSheets } from '../schema/sheets.ts'

/** Reads a city's folder, and what all cities share from `charters/common` beside it. */
export function readCharter(
  folder: string,
  commonFolder = join(folder, '..', 'common'),
): { charter: Charter } | { problems: Problem[] } {
  const common = readFolder(commonFolder, CommonSchema)
  if ('problems' in common) return common
  const own = readFolder(folder, wholeSchema(common.value))
  return 'problems' in own ? own : { charter: { ...own.value, common: common.value } }
}

/** Returns the JSON Schema for editors; any part may be in any file. */
export function charterJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(CharterParts.partial(), { io: 'input', unrepresentable: 'any', reused: 'ref' }),
    title: 'Tomoni charter',
  }
}

function wholeSchema(common: Common) {
  return CharterParts.superRefine((charter, context) => {
    const report: Report = (path, ja, en) => context.addIssue({ code: 'custom', path, message: inBoth(ja, en) })
    checkReferences(charter, report)
    checkCoherence(charter, report)
    checkSheets(charter, report)
    checkLegalNotes(charter, common, report)
  })
}

function checkLegalNotes(charter: CharterText, common: Common, report: Report) {
  const known = keysOf(common.legalNotes)
  for (const { path, text } of textsAt(charter, 'forms.legalNotes'))
    if (!known.has(text))
      report(path, ...missing(['法令の注意(common の legalNotes)', 'legalNotes in common'], text, known))
}
