import type { IsoDate } from '../time/index.ts'

type PdfKind = 'letter' | 'agreement' | 'form' | 'booklet'

/** A document as data; texts are never read as markup, and `date: 'blank'` leaves room to write the date by hand. */
export type PdfDocument = {
  kind: PdfKind
  title: string
  /** Upper left: 様式第1号（第5条関係）. */
  formNumber?: string
  /** Upper right: 協推第12号. */
  number?: string
  date?: IsoDate | 'blank'
  /** Lines; the last ends in 様, 御中 or （あて先）. */
  addressee?: readonly string[]
  sender?: readonly string[]
  author?: string
  blocks: readonly PdfBlock[]
}

export type PdfBlock =
  | { type: 'heading'; text: string; level?: 1 | 2 }
  | { type: 'paragraph'; text: string }
  | { type: 'fields'; fields: readonly { label: string; value: string }[] }
  | { type: 'blanks'; blanks: readonly PdfBlank[] }
  | PdfTable
  | { type: 'list'; items: readonly string[]; numbered?: boolean }
  | { type: 'articles'; articles: readonly PdfArticle[] }
  | { type: 'signatures'; signatures: readonly PdfSignature[] }
  | { type: 'particulars'; blocks: readonly PdfBlock[] }
  | { type: 'note'; text: string }
  | { type: 'contact'; lines: readonly string[] }
  | { type: 'pageBreak' }

/** A table; numbers are aligned right, `width` is a share. */
export type PdfTable = {
  type: 'table'
  caption?: string
  columns: readonly { label: string; align?: 'left' | 'right' | 'center'; width?: number }[]
  rows: readonly (readonly string[])[]
}

/** 第1条（目的）, numbered by its place, with paragraphs and their items. */
type PdfArticle = { title: string; paragraphs: readonly (string | { text: string; items: readonly string[] })[] }

type PdfSignature = {
  party: string
  role?: string
  name?: string
  signedOn?: IsoDate
  digest?: string
  note?: string
  /** The words beside the line, and whether a seal needs room. */
  pen?: { label: string; seal?: boolean }
}

/** A box to fill in by hand, `lines` high or with choices to tick. */
export type PdfBlank = { label: string; hint?: string; lines?: number; choices?: readonly string[] }
