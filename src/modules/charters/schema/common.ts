import { z } from 'zod'
import { inBoth } from '../documents/wording.ts'
import { Label, Stage, stages } from './base.ts'
import { Need, needs, StandardForm, standardForms } from './forms.ts'
import { WordKey } from './guide.ts'
import { StandardParty, standardParties } from './parties.ts'
import { EvidenceKey, evidenceKeys } from './principles.ts'

const worded = <K extends z.ZodType<string>>(key: K) => z.strictObject({ key, label: Label, summary: Label })

// A missing word would leave a gap on some city's page.
function complete(keys: readonly string[]) {
  return (list: readonly { key: string }[], context: z.RefinementCtx) => {
    for (const key of keys)
      if (list.filter((entry) => entry.key === key).length !== 1)
        context.addIssue({
          code: 'custom',
          message: inBoth(`「${key}」をちょうど1回書いてください`, `"${key}" must stand here exactly once`),
        })
  }
}

const LegalNote = z.strictObject({
  key: z.string(),
  label: Label,
  text: Label,
  law: z.string(),
  articles: z.array(z.string()).min(1),
  /** Somebody has compared it with the law in force. */
  verified: z.boolean(),
})

/** charters/common/: entries that hold in every city. */
export const CommonSchema = z.strictObject({
  parties: z.array(worded(StandardParty)).superRefine(complete(standardParties)),
  forms: z.array(worded(StandardForm)).superRefine(complete(standardForms)),
  needs: z.array(worded(Need)).superRefine(complete(needs)),
  stages: z.array(worded(Stage)).superRefine(complete(stages)),
  evidence: z.array(worded(EvidenceKey)).superRefine(complete(evidenceKeys)),
  npoFields: z.array(z.strictObject({ number: z.int().min(1).max(20), label: Label })).length(20),
  legalNotes: z.array(LegalNote),
  words: z.record(WordKey, Label),
})

export type Common = z.infer<typeof CommonSchema>
