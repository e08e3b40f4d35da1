export type FileKind =
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'gif'
  | 'pdf'
  | 'docx'
  | 'xlsx'
  | 'pptx'
  | 'odt'
  | 'ods'
  | 'txt'
  | 'csv'

/** The media type, the endings (the usual one first) and the label of each kind. */
export const fileKinds: Record<FileKind, { mediaType: string; endings: readonly string[]; label: string }> = {
  jpeg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'], label: '画像(JPEG)' },
  png: { mediaType: 'image/png', endings: ['png'], label: '画像(PNG)' },
  webp: { mediaType: 'image/webp', endings: ['webp'], label: '画像(WebP)' },
  gif: { mediaType: 'image/gif', endings: ['gif'], label: '画像(GIF)' },
  pdf: { mediaType: 'application/pdf', endings: ['pdf'], label: 'PDF' },
  docx: { mediaType: officeType('wordprocessingml.document'), endings: ['docx'], label: 'Word' },
  xlsx: { mediaType: officeType('spreadsheetml.sheet'), endings: ['xlsx'], label: 'Excel' },
  pptx: { mediaType: officeType('presentationml.presentation'), endings: ['pptx'], label: 'PowerPoint' },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', endings: ['odt'], label: 'OpenDocument文書' },
  ods: { mediaType: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'], label: 'OpenDocument表' },
  txt: { mediaType: 'text/plain; charset=utf-8', endings: ['txt'], label: 'テキスト' },
  csv: { mediaType: 'text/csv; charset=utf-8', endings: ['csv'], label: 'CSV' },
}

/** Every kind of file that the product takes. */
export const allKinds = Object.keys(fileKinds) as FileKind[]
/** What a field for photographs takes. */
export const pictureKinds: readonly FileKind[] = ['jpeg', 'png', 'webp']
/** What a scanner or a camera makes of a paper. */
export const scanKinds: readonly FileKind[] = ['pdf', 'jpeg', 'png']

/** The `accept` of a field for these kinds, which the browser suggests and the server checks again. */
export function acceptOf(kinds: readonly FileKind[]): string {
  return kinds.flatMap((kind) => fileKinds[kind].endings.map((ending) => `.${ending}`)).join(',')
}

/** The kinds by name, for a sentence: 「PDF、画像(JPEG)」. */
export function labels(kinds: readonly FileKind[]): string {
  return kinds.map((kind) => fileKinds[kind].label).join('、')
}

/** The refusal of a file of another kind. */
export const onlyKinds = (kinds: readonly FileKind[]) => `ここに添付できるのは、${labels(kinds)}です。`

function officeType(name: string): string {
  return `application/vnd.openxmlformats-officedocument.${name}`
}
