import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { textOfPdf } from '../../../test/pdf-text.ts'
import { printable } from './coverage.ts'
import { loadFonts } from './fonts.ts'
import { type PdfBlock, type PdfDocument, PdfFailed, pdfRenderer, workerFile } from './index.ts'

const renderer = pdfRenderer()
const fonts = loadFonts()
afterAll(() => renderer.stop())

const letter = (over: Partial<PdfDocument> = {}): PdfDocument => ({
  kind: 'letter',
  title: '協働事業提案の審査結果について（通知）',
  number: '協推第12号',
  date: '2026-04-01',
  addressee: ['みどりの会', '代表　髙﨑　佐和　様'],
  sender: ['市長　山田　太郎'],
  author: '市',
  blocks: [{ type: 'paragraph', text: '採択することに決定しましたので通知します。' }],
  ...over,
})
// Line ends and the spaces beside them are layout, not text.
const read = async (document: PdfDocument) => textOfPdf(await renderer.render(document)).replace(/\n/g, '')
const readBlocks = (...blocks: PdfBlock[]) => read(letter({ blocks }))

describe('what people typed', () => {
  test('is printed, never executed', async () => {
    const typed = '#danger[*] $x^2$ `raw` <label> @ref \\u{41} //c /*d*/ #read("/etc/passwd") "quoted" = 見出し'
    const text = await readBlocks(
      { type: 'paragraph', text: typed },
      { type: 'table', columns: [{ label: '#x' }], rows: [['*太字*']] },
      { type: 'articles', articles: [{ title: '#panic()', paragraphs: ['_下線_'] }] },
    )
    expect(text).toContain(typed)
    expect(text).toContain('*太字*')
    expect(text).toContain('（#panic()）')
    expect(text).toContain('_下線_')
  })

  test('keeps its characters, old forms of names among them', async () => {
    const typed = '髙﨑と渡邉と齋藤、①㈱é〜−'
    expect(await readBlocks({ type: 'paragraph', text: typed })).toContain(typed)
    expect(await readBlocks({ type: 'paragraph', text: '葛\u{e0100}城と葛\u{e0101}飾、\u200bか\u3099' })).toMatch(
      /葛.?城と葛.?飾、/u,
    )
  })

  test('a character without a glyph is shown as missing and explained, not dropped', async () => {
    const text = await read(letter({ title: '絵文字🙂の会' }))
    expect(text).toContain('絵文字〓の会')
    expect(text).toContain('（U+1F642）')
    const rare = await readBlocks({ type: 'paragraph', text: '𠮷田' })
    expect(rare).toContain(fonts.covered(0x20bb7) ? '𠮷田' : '〓田')
  })

  test('signs that turn the direction of writing or draw nothing are left out', () => {
    const sly = printable({ name: 'A\u202eB\u0000C\u2066\r\nD', list: ['葛\u{e0100}'] }, () => true)
    expect(sly).toEqual({ value: { name: 'ABC\nD', list: ['葛\u{e0100}'] }, missing: [] })
  })

  test('a word longer than its line is broken and loses nothing', async () => {
    const address = `https://example.jp/${'a'.repeat(120)}`
    expect(await readBlocks({ type: 'paragraph', text: address })).toContain(address)
  })
})

describe('a document that cannot be made', () => {
  test('is refused with the reason and leaves the next one unharmed', async () => {
    const broken = letter({ blocks: [{ type: 'table', columns: [], rows: [['x']] }] })
    const [first, second] = await Promise.allSettled([renderer.render(broken), renderer.render(letter())])
    expect(first).toMatchObject({ status: 'rejected', reason: expect.any(PdfFailed) })
    expect(second.status).toBe('fulfilled')
  })

  test('a process that hangs is ended, one that dies is replaced, and a full queue says so', async () => {
    const worker = join(tmpdir(), `pdf-worker-${process.pid}.mjs`)
    writeFileSync(
      worker,
      `process.on('message', ({ id, document: { title } }) => {
        if (title === 'die') process.exit(3)
        if (title !== 'hang') process.send({ id, pdf: Buffer.from(title) })
      })`,
    )
    const sturdy = pdfRenderer({ worker, timeoutMs: 3000, idleMs: 50, maxWaiting: 3 })
    const asked = ['die', 'a', 'hang', 'b'].map((title) => sturdy.render(letter({ title })))
    await expect(sturdy.render(letter())).rejects.toThrow('Too many')
    const answers = await Promise.allSettled(asked)
    expect(
      answers.map((answer) => (answer.status === 'fulfilled' ? String(answer.value) : answer.reason.message)),
    ).toEqual(['The process ended: 3', 'a', 'No document within 3000 ms', 'b'])
    await expect.poll(() => sturdy.pid()).toBeUndefined()
    expect(String(await sturdy.render(letter({ title: 'awake' })))).toBe('awake')
    const left = sturdy.render(letter({ title: 'hang' }))
    sturdy.stop()
    await expect(left).rejects.toThrow('Stopped')
  })
})

describe('what a document says of itself', () => {
  test('title, language, tags and the mark of PDF/UA', async () => {
    const raw = Buffer.from(await renderer.render(letter())).toString('latin1')
    expect(raw).toContain('/Lang (ja-JP)')
    expect(raw).toContain('/Marked true')
    expect(raw).toContain('/DisplayDocTitle true')
    expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(raw).toContain(Buffer.from('\ufeff協働事業', 'utf16le').swap16().toString('hex').toUpperCase())
    expect(raw).toContain('/S /H1')
  })

  test('the same document has the same bytes, so that its digest can be kept', async () => {
    expect(Buffer.compare(await renderer.render(letter()), await renderer.render(letter()))).toBe(0)
  })
})

describe('how documents are laid out', () => {
  test('a letter has its number and date, addressee, sender, title, 記 and 以上', async () => {
    const text = await read(
      letter({
        blocks: [
          { type: 'particulars', blocks: [{ type: 'fields', fields: [{ label: '事業名', value: '見守り\n居場所' }] }] },
          { type: 'contact', lines: ['担当　協働推進課'] },
        ],
      }),
    )
    expect(text.replace(/\s/g, '')).toBe(
      '協推第12号令和8年4月1日みどりの会代表髙﨑佐和様市長山田太郎協働事業提案の審査結果について（通知）記事業名見守り居場所以上担当協働推進課',
    )
  })

  test('articles are numbered in order, their further paragraphs and items too', async () => {
    const text = await readBlocks({
      type: 'articles',
      articles: [
        { title: '目的', paragraphs: ['この協定は、'] },
        { title: '役割', paragraphs: [{ text: '甲の役割は、', items: ['周知', '場所'] }, '乙の役割は、'] },
      ],
    })
    expect(text.replace(/\s/g, '')).toContain(
      '（目的）第1条この協定は、（役割）第2条甲の役割は、(1)周知(2)場所2乙の役割は、',
    )
  })

  test('a signature shows who, when and the check number; a missing one leaves a line for the pen', async () => {
    const digest = 'ab'.repeat(32)
    const text = await read(
      letter({
        kind: 'agreement',
        blocks: [
          {
            type: 'signatures',
            signatures: [
              { party: '甲　市', role: '市長', name: '山田', signedOn: '2026-04-01', digest },
              { party: '乙　会', role: '代表', name: '髙﨑' },
            ],
          },
        ],
      }),
    )
    expect(text).toContain('令和8年4月1日')
    expect(text.replace(/\s/g, '')).toContain(digest)
    expect(text.match(/署名した日/g)).toHaveLength(2)
    expect(text.replace(/\s/g, '')).toContain('代表髙﨑署名')
  })

  test('the caption of a table never stands alone at the foot of a page', async () => {
    const rows = [['甲', '花を育てる']]
    const columns = [{ label: '当事者' }, { label: 'すること' }]
    for (let lines = 26; lines <= 40; lines++) {
      const filler = { type: 'paragraph', text: Array.from({ length: lines }, () => '行').join('\n') } as const
      const text = await read(
        letter({ kind: 'agreement', blocks: [filler, { type: 'table', caption: '別表　役割', columns, rows }] }),
      )
      expect(text.replace(/\s/g, ''), `${lines} lines`).not.toContain('別表役割1/2')
    }
  })

  test('a form has room for the pen, and a booklet its contents and page numbers', async () => {
    const form = await read({
      kind: 'form',
      title: '協働事業提案書',
      formNumber: '様式第1号（第5条関係）',
      date: 'blank',
      blocks: [
        {
          type: 'blanks',
          blanks: [
            { label: '事業名' },
            { label: '種類', choices: ['市民提案', '行政提案'] },
            { label: '目的', lines: 5, hint: '200字以内' },
          ],
        },
        { type: 'note', text: '※ 添付' },
      ],
    })
    expect(form).toMatch(/様式第1号（第5条関係）令和\s+年\s+月\s+日/)
    expect(form).toContain('□ 市民提案')
    const booklet = await read({
      kind: 'booklet',
      title: '事例集',
      blocks: [
        { type: 'heading', text: '見守り' },
        { type: 'heading', text: '成果', level: 2 },
        { type: 'list', items: ['一', '二'], numbered: true },
        { type: 'list', items: ['三'] },
        { type: 'pageBreak' },
        { type: 'heading', text: '花壇' },
      ],
    })
    expect(booklet).toMatch(/もくじ/)
    expect(booklet).toMatch(/3\s*\/\s*3/)
    expect(booklet).toMatch(/・\s*三/)
  })

  test('a table over several pages repeats its heading', async () => {
    const rows = Array.from({ length: 90 }, (_, i) => [`事業${i}`, '1,000'])
    const text = await readBlocks({
      type: 'table',
      caption: '一覧',
      columns: [
        { label: '名称', width: 2 },
        { label: '金額', align: 'right' },
      ],
      rows,
    })
    expect(text.match(/名称/g)!.length).toBeGreaterThan(1)
    expect(text).toContain('事業89')
  })
})

test('a build finds the worker under its own name', () => {
  expect(workerFile()).toMatch(/src\/platform\/pdf\/worker\.ts$/)
  expect(workerFile('file:///app/dist/chunk-A1.js')).toBe('/app/dist/pdf-worker.js')
})
