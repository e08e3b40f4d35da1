import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Answer } from '../../../test/http.ts'
import { keepReally } from '../../../test/kept-files.ts'
import { aProject } from '../../../test/projects.ts'
import { pdf, png } from '../../../test/specimens.ts'
import { type CityWorld, useWorld } from '../../../test/world.ts'
import { urls as projects } from '../../modules/projects/urls.ts'
import { urls as proposals } from '../../modules/proposals/urls.ts'
import { storageRoom } from '../files/index.ts'

const w = useWorld()
const city = 'kawaguchi'
const MB = 1024 * 1024

const report = { kind: 'activity', title: '付き添いの日', held_on: '令和8年9月1日', text: '三日かけて書いた文' }
const file = (bytes: Uint8Array, name: string) => new File([bytes as Uint8Array<ArrayBuffer>], name)
const photo = (name: string, size = 0) => {
  const bytes = png()
  return file(size ? Buffer.concat([bytes.subarray(0, -12), filler(size), bytes.subarray(-12)]) : bytes, name)
}

/** A part of a picture that may be as long as one likes, and is left out of what is kept. */
function filler(size: number): Buffer {
  const chunk = Buffer.alloc(size + 12)
  chunk.writeUInt32BE(size)
  chunk.write('tEXt', 4, 'latin1')
  return chunk
}

const reportAt = async (c: CityWorld) =>
  projects.newReport({ city, ref: (await c.run((db) => aProject(c, db, 'active'))).id })
/** The form for a proposal on paper; left unfinished, it comes back. */
const paper = proposals.newFromPaper({ city })
/** The sentences at the fields, without the word that is read aloud before them. */
const errorsOf = ({ errors }: Pick<Answer, 'errors'>) =>
  Object.fromEntries(Object.entries(errors).map(([id, sentence]) => [id, sentence.replace(/^エラー：\s*/, '')]))

afterEach(() => void vi.restoreAllMocks())

describe('a file that is not kept', () => {
  test('is named with its reason beside one that is: an empty PDF does not vanish', () =>
    w.inCity(city, async (c) => {
      keepReally(c)
      const files = [file(pdf(), '会則.pdf'), file(Buffer.alloc(0), 'empty.pdf')]
      const sent = await c.as('section').fill(paper, { new_name: 'みどりの会', scan: files })
      expect([sent.status, errorsOf(sent).scan]).toEqual([
        422,
        '「empty.pdf」：ファイルの中身が空です。ファイルを確認して、もう一度選んでください。',
      ])
      expect([sent.says.includes('会則.pdfを残す'), sent.formValues.new_name]).toEqual([true, 'みどりの会'])
    }))

  test('is named when it is the only one', () =>
    w.inCity(city, async (c) => {
      keepReally(c)
      const at = await reportAt(c)
      const sent = await c.as('section').fill(at, { ...report, 'photos.0.file': file(Buffer.alloc(0), 'empty.pdf') })
      expect([sent.status, errorsOf(sent)['photos-0-file'], sent.formValues.text]).toEqual([
        422,
        expect.stringContaining('「empty.pdf」：ファイルの中身が空です。'),
        report.text,
      ])
    }))

  test('is each of several, with its own reason', () =>
    w.inCity(city, async (c) => {
      keepReally(c)
      const files = [file(Buffer.from('MZ\x90'), '案内.exe'), file(Buffer.alloc(0), 'empty.pdf')]
      const sent = await c.as('section').fill(paper, { scan: files })
      expect(errorsOf(sent).scan).toMatch(
        /「empty\.pdf」：ファイルの中身が空.*「案内\.exe」：この形式のファイルは添付できません。添付できるのは、PDF、画像/,
      )
    }))

  test('is named when it is one more than may be sent at once', () =>
    w.inCity(city, async (c) => {
      const kept = keepReally(c)
      const files = Array.from({ length: 22 }, (_, n) => file(pdf(`/N ${n}`), `${n + 1}枚目.pdf`))
      const sent = await c.as('section').fill(paper, { scan: files })
      expect(kept.size).toBe(20)
      for (const name of ['21枚目.pdf', '22枚目.pdf'])
        expect(errorsOf(sent).scan).toContain(`「${name}」：一度に添付できるのは20個までです。`)
    }))

  test('of another kind than the field is for is not even staged: a photo is no PDF', () =>
    w.inCity(city, async (c) => {
      const kept = keepReally(c)
      const at = await reportAt(c)
      const sent = await c
        .as('section')
        .fill(at, { ...report, 'photos.0.file': file(pdf(), '案内.pdf'), 'photos.0.words': '庭' })
      expect(errorsOf(sent)['photos-0-file']).toBe(
        '「案内.pdf」：ここに添付できるのは、画像(JPEG)、画像(PNG)、画像(WebP)です。',
      )
      expect(kept.size).toBe(0)
    }))

  test('for a field that is not there is not staged', () =>
    w.inCity(city, async (c) => {
      const kept = keepReally(c)
      const at = await reportAt(c)
      const sent = await c.as('section').fill(at, { ...report, elsewhere: file(pdf(), '案内.pdf') })
      expect([sent.status, kept.size]).toEqual([422, 0])
      expect(sent.says).toContain('「案内.pdf」：ここにはファイルを添付できません。')
    }))

  test('is told apart by its name, whatever its name is', () =>
    w.inCity(city, async (c) => {
      keepReally(c)
      const sent = await c.as('section').fill(paper, { scan: file(Buffer.alloc(0), '../<b>\u202efdp.exe') })
      expect(errorsOf(sent).scan).toMatch(/^「_b_fdp\.exe」：/)
    }))
})

describe('where a file cannot be kept', () => {
  test.each([
    ['because the disk is full', { store: { stage: failing('ENOSPC') } }, 'ファイルを置く場所がいっぱいのため'],
    ['because the storage is away', { store: { stage: failing('ECONNREFUSED') } }, 'いまファイルを保存できないため'],
    ['because the virus scanner is away', { scan: failing('ECONNREFUSED') }, 'いまウイルスの検査ができないため'],
  ])('%s, a sentence says so, the words stay, and no file is attached', (_, broken, sentence) =>
    w.inCity(city, async (c) => {
      vi.spyOn(process.stderr, 'write').mockReturnValue(true)
      keepReally(c, broken)
      const at = await reportAt(c)
      const sent = await c
        .as('section')
        .fill(at, { ...report, 'photos.0.file': photo('庭.png'), 'photos.0.words': '十人で苗を植えています' })
      expect([sent.status, sent.formValues.text, sent.formValues['photos.0.words']]).toEqual([
        422,
        report.text,
        '十人で苗を植えています',
      ])
      expect(errorsOf(sent)['photos-0-file']).toBe(
        `「庭.png」：${sentence}、受け取れません。時間をおいて、もう一度添付してください。続くときは、市の担当窓口へお知らせください。`,
      )
      expect(await c.run((db) => db.selectFrom('files').select('id').where('purpose', '=', 'photo').execute())).toEqual(
        [],
      )
    }),
  )
})

function failing(code: string) {
  return async (): Promise<never> => {
    throw Object.assign(new Error(code), { code })
  }
}

describe('files of sixty-six megabytes together', () => {
  const five = Array.from({ length: 5 }, (_, n) => photo(`${n + 1}枚目.png`, 13.2 * MB))
  const photos = Object.fromEntries(five.slice(0, 4).map((one, n) => [`photos.${n}.file`, one]))

  test('bring the form back with its words, what fits, and a sentence for what does not', () =>
    w.inCity(city, async (c) => {
      keepReally(c)
      const sent = await c.as('section').fill(paper, { new_name: 'みどりの会', scan: five })
      expect([sent.status, sent.formValues.new_name]).toEqual([422, 'みどりの会'])
      expect(errorsOf(sent).scan).toBe(
        '「5枚目.png」：一度に送れるファイルは、合わせて64MBまでです。ほかのファイルを保存したあとで、もう一度添付してください。',
      )
      expect(sent.says).toContain('4枚目.pngを残す')
    }))

  test('so does one that is too large alone, and the words that stand behind it are not lost', () =>
    w.inCity(city, async (c) => {
      keepReally(c)
      const browser = c.as('section')
      const at = await reportAt(c)
      const { formValues } = await browser.get(at)
      const sent = await browser.post(at, {
        ...(formValues as Record<string, string>),
        'photos.0.file': photo('大きな写真.png', 66 * MB),
        ...report,
      })
      expect([sent.status, sent.formValues.text]).toEqual([422, report.text])
      expect(errorsOf(sent)['photos-0-file']).toBe(
        '「大きな写真.png」：ファイルは20MBまでです。小さくするか、分けて添付してください。',
      )
    }))

  test('are said before: what may be sent stands above the fields', () =>
    w.inCity(city, async (c) => {
      const at = await reportAt(c)
      expect((await c.as('section').get(at)).says).toContain('ひとつ20MBまで、一度に合わせて64MBまで')
      expect(Object.keys(photos)).toHaveLength(4)
    }))
})

describe('the storage that one may use', () => {
  const limited = (c: CityWorld, limits: { person: number; city: number }) => {
    c.app.parts.room = storageRoom(c.doors, limits)
    return keepReally(c, { room: c.app.parts.room })
  }
  const attach = async (c: CityWorld, person: string, name: string, size: number) =>
    c.as(person).fill(paper, { new_name: 'みどりの会', scan: file(pdf(name + ' '.repeat(size - 60)), name) })

  test('is said before it is reached, and when it is, with the words still in the form', () =>
    w.inCity(city, async (c) => {
      const kept = limited(c, { person: 10_000_000, city: 1_000_000_000 })
      const before = (await c.as('section').get(paper)).says
      expect(before).toContain('お一人が預けられるのは、合わせて10.0MBまでです')
      expect((await attach(c, 'section', '一.pdf', 8_500_000)).says).toContain('一.pdfを残す')
      expect((await c.as('section').get(paper)).says).toContain('あと1.5MBです')
      const full = await attach(c, 'section', '二.pdf', 2_000_000)
      expect([full.status, full.formValues.new_name, kept.size]).toEqual([422, 'みどりの会', 1])
      expect(errorsOf(full).scan).toBe(
        '「二.pdf」：お一人が預けられるファイルは、合わせて10.0MBまでです。いま8.5MBを預かっているため、このファイル（2.0MB）は受け取れません。市の担当窓口へご相談ください。',
      )
    }))

  test('has an end for the whole city too', () =>
    w.inCity(city, async (c) => {
      limited(c, { person: 1_000_000_000, city: 3_000_000 })
      await attach(c, 'section', '一.pdf', 2_000_000)
      const full = await attach(c, 'section', '二.pdf', 2_000_000)
      expect(errorsOf(full).scan).toContain('市全体で預かれるファイルの量（3.0MB）に達するため')
    }))

  test('is free again a week after a file that no form kept', () =>
    w.inCity(city, async (c) => {
      limited(c, { person: 3_000_000, city: 1_000_000_000 })
      await attach(c, 'section', '一.pdf', 2_000_000)
      expect((await attach(c, 'section', '二.pdf', 2_000_000)).errors.scan).toContain('受け取れません')
      c.at(new Date(c.now.getTime() + 8 * 86_400_000))
      expect((await attach(c, 'section', '二.pdf', 2_000_000)).errors.scan).toBeUndefined()
    }))

  test('counts a file once, staged and attached', () =>
    w.inCity(city, async (c) => {
      limited(c, { person: 1_000_000_000, city: 1_000_000_000 })
      const at = await reportAt(c)
      const account_id = c.people.section!.account_id!
      const used = async () => (await c.app.parts.room!.look({ cityId: c.cityId, account_id, now: c.now })).person.used
      const before = await used()
      const sent = await c
        .as('section')
        .fill(at, { ...report, 'photos.0.file': photo('庭.png'), 'photos.0.words': '庭' })
      expect(sent.status).toBe(303)
      expect((await used()) - before).toBe(png().length)
    }))
})
