import type { PdfBlock, PdfDocument } from '../../../platform/pdf/document.ts'
import { fiscalYearLabel, type IsoDate, plainDateLabel } from '../../../platform/time/index.ts'
import { contactLines, honorific, label, word } from '../../charters/index.ts'
import { decisionLabel, projectNumberLabel } from '../../projects/index.ts'
import type { Future } from '../tables.ts'
import { type Decided, decidedIn, enteredIn } from './future.ts'
import { titleOf } from './year.ts'

const afterwards: Record<Decided['decision'], string> = {
  continue: 'つきましては、続きを次の年度の事業として登録します。内容と役割分担を、あらためて確かめさせてください。',
  improve:
    'つきましては、評価で分かったことをもとに内容を改め、次の年度の事業として登録します。内容と役割分担を、あらためて確かめさせてください。',
  'hand-over':
    'つきましては、これまで行ってきたことをどのように引き継ぐかを、担当課と確かめさせてください。この事業の記録は、これからも残ります。',
  end: 'これまでのお力添えに、お礼を申し上げます。この事業の記録は、これからも残ります。',
}

export function decisionLetter(one: Future, decided: Decided): PdfDocument {
  return letterTo(one, {
    title: `${word(one.charter, 'collaborationProject')}のこれからについて（通知）`,
    date: decided.decided_on,
    says: `次の事業のこれからについて、次のとおり決定しましたので、通知します。\n${afterwards[decided.decision]}`,
    particulars: [
      {
        type: 'fields',
        fields: [...aboutIt(one), { label: '決定', value: decisionLabel(one.charter, decided.decision) }],
      },
      ...grounds(decided),
    ],
  })
}

const grounds = ({ reasons }: Decided): PdfBlock[] => [
  { type: 'heading', text: '理由' },
  { type: 'paragraph', text: reasons },
]

interface FollowUp {
  on: IsoDate
  /** The last letter on the decision; undefined for a decision made before letters were kept. */
  of: PdfDocument | undefined
}

/** Returns the letter on a correction: wrong and right, the whole decision as it now stands, and new consequences. */
export function correctionLetter(
  one: Future,
  { reason, ...decided }: Decided & { reason: string },
  followUp: FollowUp,
): PdfDocument {
  const follows = decided.decision === one.project.decision ? '' : `\n${afterwards[decided.decision]}`
  return letterTo(one, {
    title: `${word(one.charter, 'collaborationProject')}のこれからの決定の訂正について（通知）`,
    date: followUp.on,
    says: `${referenceTo(one, followUp)}次の事業についての決定に誤りがありましたので、次のとおり訂正します。${follows}`,
    particulars: [
      { type: 'fields', fields: aboutIt(one) },
      { type: 'heading', text: '訂正の理由' },
      { type: 'paragraph', text: reason },
      { type: 'heading', text: '訂正するところ' },
      ...wrongAndRight(one, decided),
      { type: 'heading', text: '訂正したあとの決定' },
      {
        type: 'fields',
        fields: [
          { label: '決定', value: decisionLabel(one.charter, decided.decision) },
          { label: '決めた日', value: plainDateLabel(decided.decided_on) },
        ],
      },
      ...grounds(decided),
    ],
  })
}

/** Returns a table for each part that was wrong (誤・正). */
function wrongAndRight(one: Future, decided: Decided): PdfBlock[] {
  const before = decidedIn(one)
  const was = new Map(before && enteredIn(one, before).map(({ label, value }) => [label, value]))
  const is = new Map(enteredIn(one, decided).map(({ label, value }) => [label, value]))
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((label): PdfBlock[] => {
    const [wrong = '（なし）', right = '（なし）'] = [was.get(label), is.get(label)]
    if (wrong === right) return []
    return [{ type: 'table', caption: label, columns: [{ label: '誤' }, { label: '正' }], rows: [[wrong, right]] }]
  })
}

export function annulmentLetter(one: Future, reason: string, followUp: FollowUp): PdfDocument {
  const { charter, project } = one
  return letterTo(one, {
    title: `${word(charter, 'collaborationProject')}のこれからの決定の取消しについて（通知）`,
    date: followUp.on,
    says: `${referenceTo(one, followUp)}次の事業についての決定を、次の理由により取り消します。\nこれからのことは、あらためて決め、理由とともにお知らせします。`,
    particulars: [
      {
        type: 'fields',
        fields: [...aboutIt(one), { label: '取り消す決定', value: decisionLabel(charter, project.decision) }],
      },
      { type: 'heading', text: '取消しの理由' },
      { type: 'paragraph', text: reason },
    ],
  })
}

/** Returns the reference 「令和8年11月20日付け8川協推第12号で通知した」. */
function referenceTo({ project }: Future, { of }: FollowUp): string {
  const on = of?.date && of.date !== 'blank' ? of.date : project.decided_on
  const day = on ? `${plainDateLabel(on)}付け` : ''
  return of?.number ? `${day}${of.number}で通知した` : `${day}で通知した`
}

/** Adds a number to the letter that was shown as a draft. */
export function numbered(draft: PdfDocument | undefined, number: string | undefined): PdfDocument {
  if (!draft || !number) throw new Error('A letter is issued as it was shown, with its number.')
  return { ...draft, number }
}

interface Text {
  title: string
  date: IsoDate
  says: string
  particulars: readonly PdfBlock[]
}

/** Returns a letter from the mayor to every party that is not the city's own. */
function letterTo({ charter, project }: Future, { title, date, says, particulars }: Text): PdfDocument {
  const city = label(charter.city.name)
  const parties = project.parties.filter(({ is_city }) => !is_city)
  return {
    kind: 'letter',
    title,
    date,
    addressee: parties.map(({ name, kind }) => `${name}　${honorific(charter, kind)}`),
    sender: [`${city}長`],
    author: city,
    blocks: [
      { type: 'paragraph', text: says },
      { type: 'particulars', blocks: particulars },
      { type: 'contact', lines: ['お問い合わせ', ...contactLines(charter)] },
    ],
  }
}

function aboutIt(one: Future) {
  const { charter, project, round } = one
  const talked = round?.talked_on ? `${plainDateLabel(round.talked_on)}に話し合い` : '話し合いの記録なし'
  return [
    { label: '事業の番号', value: projectNumberLabel(charter, project) },
    { label: '事業の名前', value: project.title },
    { label: '年度', value: project.fiscal_years.map((year) => fiscalYearLabel(year)).join('、') },
    { label: word(charter, 'evaluation'), value: round?.opened_at ? `${titleOf(one)}（${talked}）` : 'ありません' },
  ]
}
