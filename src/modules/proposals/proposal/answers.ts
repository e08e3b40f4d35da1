import type { Charter } from '../../charters/index.ts'
import { sheetOf } from '../../programmes/index.ts'
import { answerMeaning, type Meaning, type Question, questionsOf, rowsOf } from '../../questionnaires/index.ts'
import type { ProposalRow } from '../tables.ts'

/** Returns the answers of a proposal by what the charter says its questions mean. */
export function answersByMeaning(
  charter: Charter,
  { programme, track, contents }: Pick<ProposalRow, 'programme' | 'track' | 'contents'>,
) {
  const sheet = sheetOf(charter, programme, track)
  return {
    words: (meaning: Meaning): string => answerMeaning(sheet, contents, meaning),
    rows: (meaning: Parameters<typeof rowsOf>[2]) => rowsOf(sheet, contents, meaning).map(({ row }) => row),
    chosen: (list: NonNullable<Question['choicesFrom']>): string[] =>
      questionsOf(sheet).flatMap(({ key, question }) =>
        question.choicesFrom === list ? [contents[key] ?? []].flat().filter((one) => typeof one === 'string') : [],
      ),
  }
}
