import { z } from 'zod'
import { fields } from '../../../platform/fields/index.ts'
import { Invalid } from '../../../platform/refusals.ts'
import { scanKinds } from '../../../platform/uploads/index.ts'
import { type Charter, openToProposals, programme as programmeOf } from '../../charters/index.ts'
import { problemsOf, type Sheet } from '../../programmes/index.ts'
import { type Answers, questionsOf } from '../../questionnaires/index.ts'
import type { Proposal } from '../tables.ts'
import { sheetIn } from './proposal.ts'

export const limits = {
  title: 100,
  all: 400_000,
  return: 2000,
  reasons: 4000,
  conditions: 2000,
  /** Why a decision is corrected or annulled; the public may read it. */
  reason: 600,
  withdrawal: 1000,
  summary: 600,
}

// Drafts are kept as typed; these limits only keep out what no person types.
const anyText = z.string().max(20_000, '2万字を超える文章は保存できません。資料として添付してください。')
const anyParts = z.record(z.string(), z.unknown())
const anyAnswer = z.union([anyText, anyParts, z.array(z.union([anyText, anyParts])).max(200)])

/** Accepts any unfinished draft. */
export const DraftForm = z.object({
  title: z.string().max(500, '題名は500字までで入力してください。').default(''),
  theme: z.string().max(100).default(''),
  answers: z
    .record(z.string(), anyAnswer)
    .default({})
    .refine(
      (answers) => JSON.stringify(answers).length <= limits.all,
      '全体で40万字を超えています。長い資料は、ファイルにして添付してください。',
    ),
  files: z.record(z.string(), fields.files()).default({}),
  remove: z.union([z.string(), z.array(z.string())]).default([]),
  /** The paper from which the section types in what the proposer has revised. */
  scan: fields.files({ kinds: scanKinds }).optional(),
})
export type DraftInput = z.output<typeof DraftForm>

/** Reads `proposal-scheme/citizen` into programme and track; 422 for anything that takes no proposals. */
export function readChoice(charter: Charter, to: string): { programme: string; track: string } {
  const [programme = '', track = ''] = to.split('/')
  const found = openToProposals(charter).find(({ key }) => key === programme)
  if (!found?.tracks.some(({ key }) => key === track))
    throw new Invalid({ to: 'どの制度に提案するかを、示された中から選んでください。' })
  return { programme, track }
}

export function choiceAsked(charter: Charter, query: URLSearchParams): string | undefined {
  const found = programmeOf(charter, query.get('programme') ?? '')
  const track = query.get('track') ?? (found?.tracks.length === 1 ? found.tracks[0]?.key : undefined)
  return found && track ? `${found.key}/${track}` : undefined
}

/** Keeps answers to an older form of the programme that the new form no longer asks. */
export function answersOutside(sheet: Sheet, contents: Answers): Answers {
  const asked = new Set(questionsOf(sheet).map(({ key }) => key))
  return Object.fromEntries(Object.entries(contents).filter(([key]) => !asked.has(key)))
}

type Written = Pick<Proposal, 'charter' | 'programme' | 'track' | 'title' | 'theme' | 'contents'>

/** Returns the missing parts, a sentence for each field. */
export function problemsIn(proposal: Written, attached: readonly { purpose: string }[]): Record<string, string> {
  const files: Record<string, number> = {}
  for (const { purpose } of attached) files[purpose] = (files[purpose] ?? 0) + 1
  const { title, theme, contents } = proposal
  return problemsOf(sheetIn(proposal), { title, theme, contents, files })
}
