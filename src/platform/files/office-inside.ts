import { openZip, type ZipContent, type ZipFault } from './zip.ts'

type OfficeFault = 'outside' | 'embedded' | Extract<ZipFault, 'broken' | 'encrypted'>

/** A bracket may stand within quotes. */
const attributes = `(?:"[^"]*"|'[^']*'|[^>"'])*`

/** Looks into an office document for what it fetches from outside when it is opened, and for what it carries inside. */
export function officeFault(zip: ZipContent): OfficeFault | undefined {
  const names = [...zip.names]
  return zip.names.has('[Content_Types].xml') ? microsoftFault(zip, names) : openDocumentFault(zip, names)
}

function microsoftFault(zip: ZipContent, names: string[]): OfficeFault | undefined {
  const relations = names
    .filter((name) => /\.rels$/i.test(name))
    .map((name) => ({ name, rows: relationsIn(zip, name) }))
  if (relations.some(({ rows }) => !rows)) return 'broken'
  if (relations.some(({ rows }) => rows?.some(reachesOutside))) return 'outside'
  if (names.some((name) => /(^|\/)(externalLinks|queryTables)\/|(^|\/)connections\.xml$/i.test(name))) return 'outside'
  if (names.some((name) => /\.xml$/i.test(name) && fetches(name, zip))) return 'outside'
  const charts = relations.filter(({ name }) => /(^|\/)charts\/_rels\//i.test(name)).flatMap(({ rows = [] }) => rows)
  const carried = names.filter((name) => /(^|\/)(embeddings|activeX)\//i.test(name))
  return carried.every((name) => isBookOfChart(zip, name, charts)) ? undefined : 'embedded'
}

interface Relation {
  kind: string
  target: string
  isOutside: boolean
}

/** Undefined for a part that readers may understand otherwise than we do. */
function relationsIn(zip: ZipContent, name: string): Relation[] | undefined {
  const xml = xmlOf(zip, name)
  if (xml === undefined || /<!(DOCTYPE|ENTITY)/i.test(xml)) return undefined
  return [...xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?Relationship\\s(${attributes})>`, 'g'))].map(([, text = '']) => ({
    kind: attribute(text, 'Type').replace(/^.*\//s, ''),
    target: attribute(text, 'Target'),
    isOutside: attribute(text, 'TargetMode') === 'External',
  }))
}

function attribute(text: string, name: string): string {
  const [, , value = ''] = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(["'])([\\s\\S]*?)\\1`).exec(text) ?? []
  return withoutEntities(value)
}

/** A link to read on is the reader's choice. A template on one's own disk is not there on another machine. */
function reachesOutside({ kind, target, isOutside }: Relation): boolean {
  if (!isOutside || kind === 'hyperlink') return false
  return kind !== 'attachedTemplate' || !/^(file:\/{0,3})?[A-Za-z]:[\\/]/.test(target)
}

/** Fields of Word that ask another program, and formulas of Excel that ask another server. */
function fetches(name: string, zip: ZipContent): boolean {
  if (!/^(word|xl\/worksheets)\//i.test(name)) return false
  const xml = xmlOf(zip, name) ?? ''
  if (/^xl/i.test(name)) return /<f[\s>][^<]*\b(WEBSERVICE|RTD)\(/i.test(xml)
  const fields = [...xml.matchAll(/<[\w.-]+:instrText[^>]*>([^<]*)|:instr\s*=\s*["']([^"']*)/g)].map(
    ([, a = '', b = '']) => a || b,
  )
  return /(^|\s)(DDE|DDEAUTO|INCLUDETEXT)\s/i.test(`${withoutEntities(fields.join(''))} `)
}

/** A chart keeps its numbers in a book of its own, which must be as clean as the document. */
function isBookOfChart(zip: ZipContent, name: string, charts: Relation[]): boolean {
  if (!charts.some(({ target }) => name.endsWith(target.replace(/^(\.\.)?\//, '')))) return false
  const book = openZip(zip.read(name))
  return typeof book !== 'string' && book.names.has('xl/workbook.xml') && officeFault(book) === undefined
}

function openDocumentFault(zip: ZipContent, names: string[]): OfficeFault | undefined {
  if (/encryption-data/.test(xmlOf(zip, 'META-INF/manifest.xml') ?? '')) return 'encrypted'
  for (const name of names.filter((one) => /\.(xml|rdf)$/i.test(one))) {
    const xml = xmlOf(zip, name) ?? ''
    if (/<!ENTITY/i.test(xml)) return 'broken'
    if (/<[\w.-]+:(object-ole|plugin|applet|event-listener)[\s/>]/.test(xml)) return 'embedded'
    if (/<[\w.-]+:(dde-source|table-source)[\s/>]/.test(xml)) return 'outside'
    if (
      [...xml.matchAll(new RegExp(`<([\\w.-]+:[\\w.-]+)\\s(${attributes})>`, 'g'))].some(([, tag = '', text = '']) =>
        opensOutside(tag, text),
      )
    )
      return 'outside'
  }
  return undefined
}

function opensOutside(tag: string, text: string): boolean {
  if (/:(a|template)$/.test(tag)) return false
  const href = withoutEntities(/\s?[\w.-]+:href\s*=\s*["']([^"']*)/.exec(text)?.[1] ?? '')
  if (/:section-source$/.test(tag)) return href !== ''
  return /^([a-z][\w+.-]*:)?(\/\/|\\\\)|^file:/i.test(href)
}

/** Word and Excel read XML in wide letters too. Undefined for what is neither, or is not there. */
function xmlOf(zip: ZipContent, name: string): string | undefined {
  if (!zip.names.has(name)) return undefined
  const bytes = zip.read(name)
  const [first = 0, second = 0] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return bytes.toString('utf16le')
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c))
    return Buffer.from(bytes.subarray(0, bytes.length & ~1))
      .swap16()
      .toString('utf16le')
  const xml = bytes.toString('utf8')
  const encoding = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)/.exec(xml.slice(0, 200))?.[1] ?? 'utf-8'
  return /^(utf-?8|us-ascii|iso-8859-1|shift_jis|windows-31j|euc-jp)$/i.test(encoding) ? xml : undefined
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined
    return code === undefined ? (named[name] ?? whole) : code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
