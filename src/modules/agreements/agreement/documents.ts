import type { PdfBlock, PdfDocument } from '../../../platform/pdf/index.ts'
import { today } from '../../../platform/time/index.ts'
import { type Charter, contactLines, label } from '../../charters/index.ts'
import { addresseeOf } from '../../proposals/index.ts'
import { type AgreedText, byHand, shortDigest, signedPaper } from '../../texts/index.ts'
import type { Agreement, SignedVersion } from '../tables.ts'

/** Marks a document as a copy where it predates kept bytes and is rendered again from the record. */
export const copyOf = (document: PdfDocument): PdfDocument => ({ ...document, title: `${document.title}（写し）` })

/** The signed agreement on paper, frozen with the last signature; one for each version. */
export const completePaper = {
  kind: 'agreement.complete',
  issued: (_: unknown, { made }: { made: { complete: SignedVersion | undefined } }, { charter }: Agreement) =>
    made.complete
      ? [{ part: String(made.complete.version), document: signedPaper(made.complete, charter.agreement.signing) }]
      : [],
}

export interface Addressee {
  party_id: string
  name: string
  kind: string
  representative: string | null
}

/** An offered text; it has no digest in the preview. */
interface Asked {
  text: AgreedText
  digest: string | undefined
}

export function requestLetter({ text, digest }: Asked, charter: Charter, to: Addressee, at: Date): PdfDocument {
  const [sender = ''] = contactLines(charter)
  const fields = [
    { label: '文面', value: `${text.title}　${text.kind}（第${text.version}版）` },
    { label: '当事者', value: text.parties.map(({ name }) => name).join('、') },
    { label: '照合番号', value: digest ? shortDigest(digest) : '（署名を求めるときに付きます）' },
    { label: '同封したもの', value: `${text.kind}の用紙（署名の欄が最後にあります）` },
  ]
  return {
    kind: 'letter',
    title: `${text.kind}への署名について（お願い）`,
    number: text.number,
    date: today(at),
    addressee: addresseeOf(charter, { party_name: to.name, party_kind: to.kind, representative: to.representative }),
    sender: [sender],
    author: label(charter.city.name),
    blocks: [
      { type: 'paragraph', text: greeting },
      { type: 'particulars', blocks: [{ type: 'fields', fields }, howToSign(charter)] },
      { type: 'contact', lines: ['お返し先・お問い合わせ', ...contactLines(charter)] },
    ],
  }
}

const greeting =
  '日ごろから、まちづくりにお力添えをいただき、ありがとうございます。\n次の文面が決まりましたので、お送りします。文面のすべてをお読みになり、内容にご同意いただけるときは、用紙に署名をお願いします。'

const howToSign = (charter: Charter): PdfBlock => ({
  type: 'list',
  numbered: true,
  items: [
    '文面と別表のすべてをお読みください。分からないところは、下の窓口がご説明します。',
    `署名者として登録されている方が、ご自分の欄に、署名した日と、${byHand[charter.agreement.signing].words}をお書きください。`,
    '用紙をまとめて、下の窓口へお返しください。届いた用紙は、写しとともに記録します。',
    '直したいところがあるときは、署名をせずにお知らせください。',
  ],
})

export const requestLetters = {
  kind: 'agreement.request',
  issued: (
    _: unknown,
    { made }: { made: Asked & { addressees: readonly Addressee[]; at: Date } },
    { charter }: Agreement,
  ) =>
    made.addressees.map((to) => ({
      part: to.party_id,
      document: requestLetter(made, charter, to, made.at),
    })),
}
