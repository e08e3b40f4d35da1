import fc from 'fast-check'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import * as sheets from './index.ts'

type Row = { name: string; on: string | null; count: number | null; yen: number | null; code: string }

const sheet: sheets.Sheet<Row> = {
  name: '協働事業一覧',
  columns: [
    { key: 'name', label: '事業名', value: (row) => row.name },
    { key: 'on', label: '開始日', value: (row) => row.on, kind: 'date' },
    { key: 'count', label: '参加者数', value: (row) => row.count, kind: 'number' },
    { key: 'yen', label: '予算額(円)', value: (row) => row.yen, kind: 'yen' },
    { key: 'code', label: '団体コード', value: (row) => row.code },
  ],
}
const row = (over: Partial<Row> = {}): Row => ({
  name: '見守り活動',
  on: '2026-04-01',
  count: -5,
  yen: 120000,
  code: '011002',
  ...over,
})

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}
const textOf = async (rows: Row[]) => Buffer.from(await bytesOf(sheets.csv(sheet, rows))).toString('utf8')
const texts: sheets.Sheet<string[]> = {
  name: 'x',
  columns: ['a', 'b', 'c'].map((key, i) => ({ key, label: key, value: (cells: string[]) => cells[i] })),
}

describe('a cell that would be calculated', () => {
  test.each([
    '=1+1',
    '+SUM(A1)',
    '-2+3+cmd|x',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\tabc',
    '＝１＋１',
    '＋A1',
    '－A1*2',
    '＠SUM',
    ' =1',
    '\u200b=1',
    "'=1",
    '-5+1',
    '=HYPERLINK("http://x","y")',
  ])('%j is shown as a text', (text) => {
    expect(sheets.guarded(text)).toBe(`'${text}`)
    expect(sheets.unguarded(sheets.guarded(text))).toBe(text)
  })

  test.each(['-5', '－5', '+81', '-1,200.50', '-', '－－', '見守り', 'a=b', "'90年代", '−5', ''])(
    '%j is left as it is',
    (text) => {
      expect(sheets.guarded(text)).toBe(text)
    },
  )

  test('no written cell starts with a sign unless it is a plain number', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...'=+-@\t\r＝＋－＠'), fc.string(), async (sign, rest) => {
        const line = sheets.guarded(sign + rest)
        expect(/^[=+\-@\t\r＝＋－＠]/.test(line) && !/^[-+－＋]?[\d,.－-]*$/.test(line)).toBe(false)
      }),
    )
  })
})

describe('a value of the wrong kind', () => {
  test.each([
    { on: '2026/4/1' },
    { on: '令和8年4月1日' },
    { yen: 0.5 },
    { count: Number.NaN },
    { count: '5' as unknown as number },
  ])('%j is refused while programming, not exported', async (over) => {
    await expect(textOf([row(over)])).rejects.toThrow(TypeError)
  })
})

describe('CSV', () => {
  test('begins with a BOM, ends its lines as Windows does and leaves nothing where nothing is', async () => {
    expect(await textOf([row(), row({ name: '"緑", の会\n南', on: null, count: 0, yen: null, code: '' })])).toBe(
      '\ufeff事業名,開始日,参加者数,予算額(円),団体コード\r\n' +
        '見守り活動,2026-04-01,-5,120000,011002\r\n' +
        '"""緑"", の会\n南",,0,,\r\n',
    )
  })

  test('a long list comes in pieces and is complete', async () => {
    async function* many() {
      for (let i = 0; i < 5000; i++) yield row({ name: `事業${i}` })
    }
    const pieces: Uint8Array[] = []
    for await (const piece of sheets.csv(sheet, many())) pieces.push(piece)
    expect(pieces.length).toBeGreaterThan(2)
    expect(sheets.readCsv(Buffer.concat(pieces)).rows.at(-1)?.[0]).toBe('事業4999')
  })

  test('what was written is read back, cell for cell', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1', "'=1", '"', ',', '\r\n', ' a ', '-', '髙﨑𠮷', '', '\t;'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, fc.constant('終'))), async (rows) => {
        const written = await bytesOf(sheets.csv(texts, rows))
        expect(sheets.readCsv(written)).toMatchObject({ encoding: 'utf-8-bom', damaged: false })
        expect(sheets.readCsv(written).rows).toEqual([
          ['a', 'b', 'c'],
          ...rows.map((r) => r.map((c) => c.toWellFormed())),
        ])
      }),
    )
  })
})

describe('CP932', () => {
  test('a character that it lacks is named with its place and never becomes a question mark', async () => {
    const rows = [row(), row({ name: '𠮷田と髙﨑、葛\u{e0100}城?' })]
    expect(await sheets.lostInCp932(sheet, rows)).toEqual([
      { character: '𠮷', written: '〓', code: 'U+20BB7', row: 3, column: '事業名' },
      { character: '葛\u{e0100}', written: '葛', code: 'U+845B U+E0100', row: 3, column: '事業名' },
    ])
    const written = await bytesOf(sheets.csv(sheet, rows, { encoding: 'cp932' }))
    expect(new TextDecoder('shift_jis', { fatal: true }).decode(written)).toContain('〓田と髙﨑、葛城?')
  })

  test('signs are written with the codes that Windows gives them', () => {
    const codes = (text: string) => Buffer.from(sheets.encodeCp932(text)).toString('hex')
    expect(codes('①髙﨑ⅰⅠ∵¬㈱')).toBe('8740fbfcfab1fa40875481e681ca878a')
    expect(codes('〜−—ｱ\\~')).toBe('8160817c815cb15c7e')
    expect(codes('か\u3099')).toBe('82aa')
    expect(codes('\u001a\u001c\u007f')).toBe('1a1c7f')
    expect(sheets.unmappable('é한\ue000🙂か\u3099')).toEqual(['é', '한', '\ue000', '🙂'])
  })

  test('every character that Windows can decode is written so that Windows decodes it again', () => {
    const decoder = new TextDecoder('shift_jis')
    const characters = new Set<string>()
    for (let code = 0x8140; code <= 0xfcfc; code++) {
      const character = decoder.decode(Uint8Array.of(code >> 8, code & 0xff))
      if (/^[^\ufffd\p{Co}]$/u.test(character)) characters.add(character)
    }
    expect(characters.size).toBeGreaterThan(7_200)
    for (const character of characters) expect(decoder.decode(sheets.encodeCp932(character))).toBe(character)
  })

  test('a file with the characters that break careless readers is read back', async () => {
    const written = await bytesOf(sheets.csv(sheet, [row({ name: 'ｶﾞﾝﾊﾞﾙ表能ソ十予貼' })], { encoding: 'cp932' }))
    expect(sheets.readCsv(written)).toMatchObject({ encoding: 'cp932', damaged: false })
    expect(sheets.readCsv(written).rows[1]![0]).toBe('ｶﾞﾝﾊﾞﾙ表能ソ十予貼')
  })
})

describe('reading what cities send', () => {
  const read = (text: string) => sheets.readCsv(Buffer.from(text)).rows

  test.each([
    [
      'a,b\r\n1,2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r1,2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a\tb\n1,5\t2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'a;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b,\n1,2,',
      [
        ['a', 'b', ''],
        ['1', '2', ''],
      ],
    ],
    ['"a""b","c\nd"x,e', [['a"b', 'c\ndx', 'e']]],
    ['a"b,"c', [['a"b', 'c']]],
    ['a\n\n\n , \n', [['a']]],
    ['', []],
    ['\n', []],
  ])('%j', (text, rows) => {
    expect(read(text)).toEqual(rows)
  })

  test('a file of Excel’s “Unicode text” and one with broken bytes', () => {
    const utf16 = Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from('名前\t数\n緑\t1', 'utf16le')])
    expect(sheets.readCsv(utf16)).toMatchObject({
      encoding: 'utf-16le',
      rows: [
        ['名前', '数'],
        ['緑', '1'],
      ],
    })
    expect(sheets.readCsv(Buffer.of(0x61, 0x82, 0x20)).damaged).toBe(true)
  })

  test('a quoted field of megabytes is read, closed or not', () => {
    const long = 'あ""'.repeat(300_000)
    expect(read(`"${long}",x`)[0]!.map((cell) => cell.length)).toEqual([600_000, 1])
    expect(read(`"${long}`)[0]!.map((cell) => cell.length)).toEqual([600_000])
  })
})

describe('Excel', () => {
  test('texts stay texts, dates are dates and numbers are numbers', async () => {
    const name = '=1+1_x0041_\u0000髙﨑𠮷'
    const bytes = await bytesOf(sheets.xlsx(sheet, [row({ name }), row({ on: null, count: null, yen: 0 })]))
    const book = await readXlsx(bytes)
    expect(book.sheets[0]!.name).toBe('協働事業一覧')
    expect(book.sheets[0]!.rows).toEqual([
      ['事業名', '開始日', '参加者数', '予算額(円)', '団体コード'],
      ['=1+1_x0041_髙﨑𠮷', new Date('2026-04-01T00:00:00Z'), -5, 120000, '011002'],
      ['見守り活動', null, null, 0, '011002'],
    ])
    expect((await sheets.readWorkbook(bytes))[0]!.rows[1]).toEqual([
      '=1+1_x0041_髙﨑𠮷',
      '2026-04-01',
      '-5',
      '120000',
      '011002',
    ])
  })

  test('a day before Excel’s calendar stays a text, and a tab may have any name', async () => {
    const odd = { ...sheet, name: '令和8/9年度[案]:*?'.padEnd(60, 'あ') }
    const book = await readXlsx(await bytesOf(sheets.xlsx(odd, [row({ on: '1889-04-01' })])))
    expect(book.sheets[0]!.rows[1]![1]).toBe('1889-04-01')
    expect(book.sheets[0]!.name).toHaveLength(31)
  })

  test('a city’s own table gives times of day as times and one kind of line end', async () => {
    const rows = [
      ['日', '時'],
      ['16日、\r\n17日', new Date(Date.UTC(1899, 11, 31, 13, 30))],
    ]
    const [read] = await sheets.readWorkbook(await writeXlsx({ sheets: [{ name: 'オープンデータ', rows }] }))
    expect(read).toEqual({
      name: 'オープンデータ',
      rows: [
        ['日', '時'],
        ['16日、\n17日', '13:30'],
      ],
    })
  })

  test('what is no workbook is refused', async () => {
    await expect(sheets.readWorkbook(Buffer.from('事業名,開始日'))).rejects.toThrow()
  })
})
