import { type Charter, programme as programmeOf } from '../../charters/index.ts'
import { sheetOf } from '../../programmes/index.ts'
import { type Answered, type Begun, type Carried, carryOver } from '../../texts/index.ts'
import { formFits } from './agreed.ts'

/** An adopted proposal, as far as a text can begin with it. */
export interface Source {
  title: string
  programme: string
  track: string
  contents: Answered['answers'] | null
  conditions: string
}

/** The charter under which a proposal was written, and the one that the text is written under. */
interface Charters {
  asked: Charter
  charter: Charter
}

/** The text begins with the words of the adopted proposal; what it leaves open is said, and so are its conditions. */
export function beginWith({ asked, charter }: Charters, from: Source, begun: Omit<Begun, 'form'>): Carried {
  const forms = formsFor({ asked, charter }, from, begun.kind)
  const sheet = sheetOf(asked, from.programme, from.track)
  const form = forms.length === 1 ? forms[0] : undefined
  const { left, ...carried } = carryOver({ sheet, answers: from.contents ?? {} }, { ...begun, form })
  return {
    ...carried,
    left: [
      ...(forms.length > 1 ? ['提案の区分には形がいくつかあります。どの形にするかを選んでください。'] : []),
      ...left,
      ...(from.conditions ? [`採択には条件が付いています。文面に書き入れてください。「${from.conditions}」`] : []),
    ],
  }
}

/** The forms of the track that this kind of agreement is made on. */
function formsFor({ asked, charter }: Charters, { programme, track }: Source, kindKey: string): string[] {
  const kind = charter.agreement.kinds.find(({ key }) => key === kindKey)
  const forms = programmeOf(asked, programme)?.tracks.find(({ key }) => key === track)?.forms ?? []
  return kind ? forms.filter((form) => formFits(charter, kind, form)) : []
}

/** The kind of agreement in which what the proposal asks for is agreed on. */
export function kindFrom(charters: Charters, from: Source): string | undefined {
  const fitting = charters.charter.agreement.kinds.filter(({ key }) => formsFor(charters, from, key).length > 0)
  return (fitting.find(({ forms }) => forms.length > 0) ?? fitting[0])?.key
}
