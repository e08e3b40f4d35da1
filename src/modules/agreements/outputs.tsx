import { pdfAnswer } from '../../platform/pdf/answer.ts'
import { type PdfBlock, type PdfDocument, renderPdf } from '../../platform/pdf/index.ts'
import { dateLabel, type IsoDate, today } from '../../platform/time/index.ts'
import { type Documents, defineDocument, numberAsked, type Reading } from '../../platform/web/index.ts'
import { type Charter, contactLines, label } from '../charters/index.ts'
import { addresseeOf } from '../proposals/index.ts'
import { shortDigest, targetWords } from './agreement/text.ts'
import { mayEnterSignature } from './may.ts'
import { findPublished } from './queries/lists.ts'
import { findAgreement, listSignedVersions } from './queries/one.ts'
import { findAddressee } from './queries/people.ts'
import {
  type Agreement,
  type AgreementText,
  type PartyThere,
  type PublishedAgreement,
  resourceLabels,
  type SignedVersion,
} from './tables.ts'
import { urls } from './urls.ts'

interface Given {
  name?: string
  signed_on?: string
  digest?: string
  note?: string
}

/** How the city's agreements are signed by hand, and whether a seal belongs beside the name. */
const byHand = {
  signature: { words: '署名', seal: false },
  seal: { words: '記名押印', seal: true },
  either: { words: '署名または記名押印', seal: true },
}

type Pen = (party_id: string) => { label: string; seal: boolean }

function penOf(charter: Charter, parties: readonly PartyThere[]): Pen {
  const { words, seal } = byHand[charter.agreement.signing]
  return (party_id) => {
    const person = parties.find((one) => one.party_id === party_id)?.unit === 'person'
    return { label: `${person ? '氏名' : '職・氏名'}（${words}）`, seal }
  }
}

/** The agreement on paper: with its signatures after the annex, or with lines for the pen, and the number of exactly this text. */
function agreementPdf(
  text: AgreementText,
  given: (party_id: string) => Given,
  digest: string | undefined,
  pen?: Pen,
): PdfDocument {
  const signatures = text.parties.map(({ mark, name, party_id }) => {
    const { signed_on, ...one } = given(party_id)
    const party = `${mark}　${name}`
    return signed_on ? { party, ...one, signedOn: signed_on } : { party, ...(pen ? { pen: pen(party_id) } : {}) }
  })
  const note = digest
    ? `文面の照合番号（SHA-256）　${digest.match(/.{1,8}/g)!.join(' ')}\nこの番号は、条文と別表の一字一句から計算したものです。同じ番号の文面は、同じ文面です。`
    : '公開用の写しです。個人の情報などを伏せているため、署名された文面とは異なるところがあります。'
  return {
    kind: 'agreement',
    title: `${text.title}\n${text.kind}`,
    blocks: [
      {
        type: 'fields',
        fields: [
          { label: '番号', value: text.number },
          ...text.parties.map(({ mark, name }) => ({ label: mark, value: name })),
        ],
      },
      { type: 'paragraph', text: text.preamble },
      { type: 'articles', articles: text.articles.map(({ heading, paragraphs }) => ({ title: heading, paragraphs })) },
      { type: 'paragraph', text: text.closing },
      ...annexes(text),
      { type: 'heading', text: '署名', level: 2 },
      { type: 'signatures', signatures },
      { type: 'note', text: note },
    ],
  }
}

const yen = (value: number) => `${value.toLocaleString('ja-JP')}円`

function annexes(text: AgreementText): PdfBlock[] {
  const name = (id: string) => {
    const party = text.parties.find(({ party_id }) => party_id === id)
    return party ? `${party.mark}　${party.name}` : 'すべての当事者'
  }
  const blocks: PdfBlock[] = []
  if (text.targets.length)
    blocks.push({
      type: 'table',
      caption: '別表　目標',
      columns: [
        { label: '何で測るか', width: 3 },
        { label: 'めざす値', align: 'right', width: 2 },
        { label: 'いつまでに', width: 2 },
      ],
      rows: text.targets.map((one) => [one.indicator, targetWords(one), dateLabel(one.by)]),
    })
  if (text.roles.length)
    blocks.push({
      type: 'table',
      caption: '別表　役割',
      columns: [
        { label: '当事者', width: 2 },
        { label: 'すること', width: 4 },
        { label: '持ち寄るもの', width: 2 },
      ],
      rows: text.roles.map(({ party_id, does, brings }) => [
        name(party_id),
        does,
        brings ? `${resourceLabels[brings.kind]}　${brings.words}` : '',
      ]),
    })
  if (text.money.length)
    blocks.push({
      type: 'table',
      caption: '別表　費用',
      columns: [
        { label: '負担する当事者', width: 3 },
        { label: '金額', align: 'right', width: 2 },
        { label: '何のために', width: 3 },
      ],
      rows: [
        ...text.money.map((one) => [name(one.party_id), yen(one.yen), one.for]),
        ['合計', yen(text.money.reduce((sum, one) => sum + one.yen, 0)), ''],
      ],
    })
  return blocks
}

/** For the parties and the section: the text itself with the names of those who signed, and lines for those who did not. */
function signedPdf({ text, digest, signatures, parties }: SignedVersion, charter: Charter): PdfDocument {
  const given = (id: string): Given => {
    const one = signatures.find(({ party_id }) => party_id === id)
    if (!one) return {}
    const note = one.channel === 'paper' ? { note: '用紙に署名（写しは担当課が保管）' } : {}
    return { name: one.signer_name, signed_on: one.signed_on, digest: one.digest, ...note }
  }
  return agreementPdf(text, given, digest, penOf(charter, parties))
}

/** For everyone: the released copy, without persons. */
function releasedPdf({ published_text, published_signatures }: PublishedAgreement): PdfDocument {
  return agreementPdf(
    published_text,
    (id) => ({ signed_on: published_signatures.find(({ party_id }) => party_id === id)?.signed_on }),
    undefined,
  )
}

/** The letter that goes with the paper to a party that signs by hand: what it is, what to do, where to send it. */
function requestLetter(
  { text, digest }: SignedVersion,
  charter: Charter,
  to: { name: string; kind: string; representative: string | null },
  day: IsoDate,
): PdfDocument {
  const { words } = byHand[charter.agreement.signing]
  const [sender] = contactLines(charter)
  return {
    kind: 'letter',
    title: `${text.kind}への署名について（お願い）`,
    number: text.number,
    date: day,
    addressee: addresseeOf(charter, { party_name: to.name, party_kind: to.kind, representative: to.representative }),
    sender: [sender!],
    author: label(charter.city.name),
    blocks: [
      {
        type: 'paragraph',
        text: '日ごろから、まちづくりにお力添えをいただき、ありがとうございます。\n次の文面が決まりましたので、お送りします。文面のすべてをお読みになり、内容にご同意いただけるときは、用紙に署名をお願いします。',
      },
      {
        type: 'particulars',
        blocks: [
          {
            type: 'fields',
            fields: [
              { label: '文面', value: `${text.title}　${text.kind}（第${text.version}版）` },
              { label: '当事者', value: text.parties.map(({ name }) => name).join('、') },
              { label: '照合番号', value: shortDigest(digest) },
              { label: '同封したもの', value: `${text.kind}の用紙（署名の欄が最後にあります）` },
            ],
          },
          {
            type: 'list',
            numbered: true,
            items: [
              '文面と別表のすべてをお読みください。分からないところは、下の窓口がご説明します。',
              `署名者として登録されている方が、ご自分の欄に、署名した日と、${words}をお書きください。`,
              '用紙をまとめて、下の窓口へお返しください。届いた用紙は、写しとともに記録します。',
              '直したいところがあるときは、署名をせずにお知らせください。',
            ],
          },
        ],
      },
      { type: 'contact', lines: ['お返し先・お問い合わせ', ...contactLines(charter)] },
    ],
  }
}

/** A letter that asks a party for its signature by hand. */
interface Sending {
  agreement: Agreement
  to: Parameters<typeof requestLetter>[2]
  day: IsoDate
}

/** The agreement as a PDF: for the parties as signed, for everyone the released copy; and the letters that ask for signatures. */
export const documents: Documents = {
  [urls.pdf.pattern]: defineDocument({
    who: 'anyone',
    limit: 300,
    published: async (c) => (await findPublished(c.db, c.city.id, c.params.ref!)) ?? null,
    load: async (c) => {
      const own = await ownVersion(c)
      return own ? { own } : c.published ? { own: null } : undefined
    },
    answer: async ({ published, data }) => {
      const document = data.own ? signedPdf(data.own.version, data.own.charter) : releasedPdf(published)
      return pdfAnswer(await renderPdf(document), `${document.title.split('\n')[0]}.pdf`)
    },
  }),
  [urls.letter.pattern]: defineDocument({
    who: (actor, { agreement }: Sending) => mayEnterSignature.why(actor, agreement),
    load: async (c): Promise<Sending | undefined> => {
      const agreement = await findAgreement(c.db, c.actor, c.params.ref!)
      const to = agreement?.offered && (await findAddressee(c.db, agreement.offered, c.query.get('party')))
      return agreement && to ? { agreement, to, day: today(c.now) } : undefined
    },
    answer: async ({ data: { agreement, to, day } }) => {
      const document = requestLetter(agreement.offered!, agreement.charter, to, day)
      return pdfAnswer(await renderPdf(document), `${agreement.offered!.text.title}_送り状_${to.name}.pdf`)
    },
  }),
}

/** The version asked for, or the one in force, or the one to sign. */
async function ownVersion(c: Reading): Promise<{ version: SignedVersion; charter: Charter } | undefined> {
  const agreement = await findAgreement(c.db, c.actor, c.params.ref!)
  const asked = numberAsked(c.query.get('version')) ?? agreement?.version ?? agreement?.offered_version
  const [version] = agreement && asked ? await listSignedVersions(c.db, agreement.id, [asked]) : []
  return agreement && version && { version, charter: agreement.charter }
}
