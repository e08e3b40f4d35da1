import type { Child } from 'hono/jsx'
import type { PdfBlock, PdfDocument } from '../platform/pdf/document.ts'
import { plainDateLabel } from '../platform/time/index.ts'
import { DataTable, Paragraphs, PrintSheet, SummaryList } from '../ui/index.ts'

/** An official letter on the screen; before it is issued it has 案 and no number (rulings 25a). */
export function LetterSheet({ document, issued }: { document: PdfDocument; issued?: boolean }) {
  const { date, addressee, sender, title, blocks } = document
  return (
    <PrintSheet
      number={issued ? document.number : '案（番号は、決裁のあとに付きます）'}
      date={date && date !== 'blank' ? plainDateLabel(date) : undefined}
      addressee={addressee?.join('\n')}
      sender={sender?.join('\n')}
      title={title}
    >
      {blocks.map(blockOf)}
    </PrintSheet>
  )
}

function blockOf(block: PdfBlock): Child {
  switch (block.type) {
    case 'heading':
      return <h3>{block.text}</h3>
    case 'paragraph':
    case 'note':
      return <Paragraphs text={block.text} />
    case 'fields':
      return <SummaryList facts={[...block.fields]} />
    case 'list':
      return listOf(block)
    case 'table':
      return tableOf(block)
    case 'particulars':
      return (
        <>
          <p class="paper-centre">記</p>
          {block.blocks.map(blockOf)}
          <p class="paper-right">以上</p>
        </>
      )
    case 'contact':
      return <Paragraphs text={block.lines.join('\n')} />
    default:
      return null
  }
}

function listOf({ items, numbered }: Extract<PdfBlock, { type: 'list' }>): Child {
  const entries = items.map((item) => <li>{item}</li>)
  return numbered ? <ol>{entries}</ol> : <ul>{entries}</ul>
}

function tableOf({ caption, columns, rows }: Extract<PdfBlock, { type: 'table' }>): Child {
  return (
    <DataTable
      caption={caption ?? '表'}
      rows={[...rows]}
      columns={columns.map(({ label }, index) => ({ label, cell: (row: readonly string[]) => row[index] ?? '' }))}
    />
  )
}
