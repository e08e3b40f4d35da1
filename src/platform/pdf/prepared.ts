import { plainDateLabel } from '../time/index.ts'
import type { PdfBlock, PdfDocument } from './document.ts'

/** A document as the template prints it: dates and check numbers become text, since the template knows no calendar. */
export function prepared(document: PdfDocument) {
  const { date, ...rest } = document
  const label = date === 'blank' ? '令和　　　年　　　月　　　日' : date && plainDateLabel(date)
  return { ...rest, ...(label ? { date: label } : {}), blocks: document.blocks.map(preparedBlock) }
}

function preparedBlock(block: PdfBlock): PdfBlock {
  if (block.type === 'particulars') return { ...block, blocks: block.blocks.map(preparedBlock) }
  if (block.type !== 'signatures') return block
  const signatures = block.signatures.map(({ signedOn, digest, ...one }) => ({
    ...one,
    ...(signedOn ? { signedOn: plainDateLabel(signedOn) } : {}),
    ...(digest ? { digest: digest.replace(/.{8}(?=.)/g, '$& ') } : {}),
  }))
  return { ...block, signatures }
}
