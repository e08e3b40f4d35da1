import type { PdfBlock, PdfDocument } from '../../platform/pdf/index.ts'
import type { IsoDate } from '../../platform/time/index.ts'
import type { Signed } from './parts/version.tsx'
import { annexOf } from './text/annex.ts'
import type { RegisteredParty } from './text/parties.ts'
import { type AgreedText, partyInText } from './text/text.ts'

/** The charter's ways to sign on paper, in words, and whether a seal is placed beside the name. */
export const byHand = {
  signature: { words: '署名', seal: false },
  seal: { words: '記名押印', seal: true },
  either: { words: '署名または記名押印', seal: true },
}

/** Returns the paper for the parties: signed names, and empty lines for the parties that have not signed. */
export function signedPaper(
  { text, digest, signatures, parties }: Signed & { parties: readonly RegisteredParty[] },
  signing: keyof typeof byHand,
): PdfDocument {
  const { words, seal } = byHand[signing]
  const given = (id: string) => {
    const one = signatures.find(({ party_id }) => party_id === id)
    const note = one?.channel === 'paper' ? { note: '用紙に署名（写しは担当課が保管）' } : {}
    return one && { name: one.signer_name, signedOn: one.signed_on, digest: one.digest, ...note }
  }
  const pen = (id: string) => {
    const person = parties.find(({ party_id }) => party_id === id)?.unit === 'person'
    return { label: `${person ? '氏名' : '職・氏名'}（${words}）`, seal }
  }
  return paperOf(text, (id) => given(id) ?? { pen: pen(id) }, sameText(digest))
}

/** Returns the public paper: a redacted copy that names the parties that signed and the instants, never a person. */
export function copyPaper(
  text: AgreedText,
  signatures: readonly { party_id: string; signed_on: IsoDate }[],
): PdfDocument {
  const given = (id: string) => signatures.find(({ party_id }) => party_id === id)
  return paperOf(text, (id) => ({ signedOn: given(id)?.signed_on }), leftOut)
}

type Below = Omit<Extract<PdfBlock, { type: 'signatures' }>['signatures'][number], 'party'>

function paperOf(text: AgreedText, below: (party_id: string) => Below, note: string): PdfDocument {
  const signatures = text.parties.map(({ party_id }) => ({ party: partyInText(text, party_id), ...below(party_id) }))
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
      ...annexBlocks(text),
      { type: 'heading', text: '署名', level: 2 },
      { type: 'signatures', signatures },
      { type: 'note', text: note },
    ],
  }
}

const sameText = (digest: string) =>
  `文面の照合番号（SHA-256）　${digest.replace(/.{8}(?=.)/g, '$& ')}\nこの番号は、条文と別表の一字一句から計算したものです。同じ番号の文面は、同じ文面です。`

const leftOut = '公開用の写しです。個人の情報などを伏せているため、署名された文面とは異なるところがあります。'

const annexBlocks = (text: AgreedText): PdfBlock[] =>
  annexOf(text).map(({ caption, columns, rows, total }) => ({
    type: 'table',
    caption,
    columns: columns.map(({ label, width, numeric }) => ({ label, width, ...(numeric && { align: 'right' }) })),
    rows: total ? [...rows, total] : rows,
  }))
