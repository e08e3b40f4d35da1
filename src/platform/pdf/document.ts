import type { IsoDate } from '../time/index.ts'

/** What lies on paper: letters and forms a city sends, agreements, and booklets with a table of contents. */
type PdfKind = 'letter' | 'agreement' | 'form' | 'booklet'

/**
 * A document as data. Texts are printed as they are, never read as markup; a line break in a text is a line break on paper.
 * `date: 'blank'` leaves room to write the date by hand.
 */
export type PdfDocument = {
  kind: PdfKind
  title: string
  /** 様式第1号（第5条関係）, upper left. */
  formNumber?: string
  /** 協推第12号, upper right. */
  number?: string
  date?: IsoDate | 'blank'
  /** Lines; the last carries 様, 御中 or （あて先）. */
  addressee?: readonly string[]
  /** Lines, set to the right. */
  sender?: readonly string[]
  /** Who issued it, for the file's properties. */
  author?: string
  blocks: readonly PdfBlock[]
}

/** One part of a document, from top to bottom. */
export type PdfBlock =
  | { type: 'heading'; text: string; level?: 1 | 2 }
  | { type: 'paragraph'; text: string }
  | { type: 'fields'; fields: readonly { label: string; value: string }[] }
  | { type: 'blanks'; blanks: readonly PdfBlank[] }
  | PdfTable
  | { type: 'list'; items: readonly string[]; numbered?: boolean }
  | { type: 'articles'; articles: readonly PdfArticle[] }
  | { type: 'signatures'; signatures: readonly PdfSignature[] }
  /** 記 … 以上. */
  | { type: 'particulars'; blocks: readonly PdfBlock[] }
  | { type: 'note'; text: string }
  /** Who to ask, in a frame at the lower right. */
  | { type: 'contact'; lines: readonly string[] }
  | { type: 'pageBreak' }

/** A table with named columns; numbers stand to the right, `width` is a share. */
export type PdfTable = {
  type: 'table'
  caption?: string
  columns: readonly { label: string; align?: 'left' | 'right' | 'center'; width?: number }[]
  rows: readonly (readonly string[])[]
}

/** 第1条（目的）: its paragraphs in order, each with its items. Articles are numbered by their order. */
type PdfArticle = { title: string; paragraphs: readonly (string | { text: string; items: readonly string[] })[] }

/** A place to sign, or what was signed: without `signedOn` a line is left for the pen. */
type PdfSignature = {
  party: string
  role?: string
  name?: string
  signedOn?: IsoDate
  digest?: string
  /** How it was signed, where that is worth saying: 用紙に署名. */
  note?: string
  /** What is to be written on the line, and whether there is room for a seal beside it. */
  pen?: { label: string; seal?: boolean }
}

/** A box to be filled in by hand: so many lines high, or with choices to tick. */
export type PdfBlank = { label: string; hint?: string; lines?: number; choices?: readonly string[] }
