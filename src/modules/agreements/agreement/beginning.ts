import { type Charter, programme as programmeOf } from '../../charters/index.ts'
import { sheetOf } from '../../programmes/index.ts'
import { type Answered, type DraftStart, type FirstDraft, firstDraftFrom } from '../../texts/index.ts'
import { formFits } from './agreed.ts'

/** The parts of an adopted proposal that a draft can begin with. */
export interface Source {
  title: string
  programme: string
  track: string
  contents: Answered['answers'] | null
  conditions: string
}

/** `asked` is the charter of the proposal, `charter` the charter of the new text. */
interface Charters {
  asked: Charter
  charter: Charter
}

/** Begins a draft with the words of the adopted proposal, and lists the gaps and the conditions of the decision. */
export function beginWith({ asked, charter }: Charters, from: Source, begun: Omit<DraftStart, 'form'>): FirstDraft {
  const forms = formsFor({ asked, charter }, from, begun.kind)
  const sheet = sheetOf(asked, from.programme, from.track)
  const form = forms.length === 1 ? forms[0] : undefined
  const { left, ...carried } = firstDraftFrom({ sheet, answers: from.contents ?? {} }, { ...begun, form })
  return {
    ...carried,
    left: [
      ...(forms.length > 1 ? ['提案の区分には形がいくつかあります。どの形にするかを選んでください。'] : []),
      ...left,
      ...(from.conditions ? [`採択には条件が付いています。文面に書き入れてください。「${from.conditions}」`] : []),
    ],
  }
}

/** Returns the forms of the proposal's track that this kind of agreement can be made for. */
function formsFor({ asked, charter }: Charters, { programme, track }: Source, kindKey: string): string[] {
  const kind = charter.agreement.kinds.find(({ key }) => key === kindKey)
  const forms = programmeOf(asked, programme)?.tracks.find(({ key }) => key === track)?.forms ?? []
  return kind ? forms.filter((form) => formFits(charter, kind, form)) : []
}

/** Returns the kind of agreement that fits the forms of the proposal. */
export function kindFrom(charters: Charters, from: Source): string | undefined {
  const fitting = charters.charter.agreement.kinds.filter(({ key }) => formsFor(charters, from, key).length > 0)
  return (fitting.find(({ forms }) => forms.length > 0) ?? fitting[0])?.key
}
