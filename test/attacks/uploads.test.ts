import { expect, test } from 'vitest'
import { urls as projects } from '../../src/modules/projects/urls.ts'
import { keepReally } from '../kept-files.ts'
import { aProject } from '../projects.ts'
import { jpeg, png } from '../specimens.ts'
import { useWorld } from '../world.ts'

// Attack classes 2 and 23, through a real form: files that look like a photo to the form and are something else to a
// browser, a shell or a spreadsheet. Each kind is tested beside the code, in src/platform/files.

const w = useWorld()
const city = 'kawaguchi'

const html = '<html><script>alert(1)</script></html>'
const report = { kind: 'activity', title: '付き添いの日', held_on: '令和8年9月1日', text: '付き添いました。' }

test.each([
  ['a page called a photo', new File([html], '花壇.jpg', { type: 'image/jpeg' })],
  [
    'a drawing with a script',
    new File([`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`], '図.svg', { type: 'image/svg+xml' }),
  ],
  [
    'a drawing called a photo',
    new File([`<?xml version="1.0"?><svg onload="alert(1)"/>`], '図.png', { type: 'image/png' }),
  ],
  [
    'a program',
    new File([Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1')], '花壇.jpg.exe', { type: 'image/jpeg' }),
  ],
  [
    'a program called a photo',
    new File([Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1')], '花壇.jpg', { type: 'image/jpeg' }),
  ],
  ['a shell script called a text', new File(['#!/bin/sh\nrm -rf /\x00'], '手順.txt', { type: 'text/plain' })],
  ['the beginning of a photo and nothing after', new File([Buffer.from([0xff, 0xd8, 0xff])], '花壇.jpg')],
  [
    'a delegate for a picture program',
    new File(["push graphic-context\nfill 'url(https://evil.example/\"|ls)'"], '図.mvg'),
  ],
])('%s is sent back to the field with a sentence, and nothing is kept', (_, file) =>
  w.inCity(city, async (c) => {
    const kept = keepReally(c)
    const project = await c.run((db) => aProject(c, db, 'active'))
    const at = projects.newReport({ city, ref: project.id })
    const sent = await c.as('section').fill(at, { ...report, 'photos.0.file': file, 'photos.0.words': '庭' })
    expect([sent.status, Object.values(sent.errors).some((one) => one.endsWith('。'))]).toEqual([422, true])
    expect([...kept]).toEqual([])
  }),
)

test('a photo that is a page behind its last byte is kept as a photo and nothing else', () =>
  w.inCity(city, async (c) => {
    const kept = keepReally(c)
    const project = await c.run((db) => aProject(c, db, 'active'))
    const at = projects.newReport({ city, ref: project.id })
    const polyglot = new File([jpeg({ tail: Buffer.from(html) })], '"><img src=x onerror=a()>.jpg')
    const noted = new File([png({ extra: [['tEXt', Buffer.from(html)]] })], '..\\..\\etc\\passwd.png')
    expect(
      (await c.as('section').fill(at, { ...report, 'photos.0.file': polyglot, 'photos.0.words': '庭' })).status,
    ).toBe(303)
    expect((await c.as('section').fill(at, { ...report, 'photos.0.file': noted, 'photos.0.words': '庭' })).status).toBe(
      303,
    )
    expect(kept.size).toBe(2)
    for (const bytes of kept.values()) expect(Buffer.from(bytes).includes('<script>')).toBe(false)
    const rows = await c.run((db) =>
      db.selectFrom('files').select(['name', 'type']).where('purpose', '=', 'photo').execute(),
    )
    for (const { name, type } of rows) {
      expect(name).not.toMatch(/[<>"\\/]|\.\./)
      expect(type).toMatch(/^image\/(jpeg|png)$/)
    }
  }))

test('a file that came with a form is another person’s to send on no more than its words', () =>
  w.inCity(city, async (c) => {
    keepReally(c)
    const project = await c.run((db) => aProject(c, db, 'active'))
    const at = projects.newReport({ city, ref: project.id })
    const photo = new File([png()], '花壇.png')
    const back = await c
      .as('section')
      .fill(at, { ...report, title: '', 'photos.0.file': photo, 'photos.0.words': '庭' })
    const token = back.formValues._files
    expect([back.status, typeof token]).toEqual([422, 'string'])
    const other = c.as('secretary')
    const form = (await other.get(at)).formValues
    expect((await other.post(at, { ...form, ...report, 'photos.0.words': '', _files: token! })).status).toBe(303)
    expect(await c.run((db) => db.selectFrom('files').select('id').where('purpose', '=', 'photo').execute())).toEqual(
      [],
    )
    expect((await c.as('section').fill(at, { ...report, 'photos.0.words': '庭', _files: token! })).status).toBe(303)
    expect(
      await c.run((db) => db.selectFrom('files').select('id').where('purpose', '=', 'photo').execute()),
    ).toHaveLength(1)
  }))
