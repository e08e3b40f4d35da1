import { describe, expect, test } from 'vitest'
import { keepReally } from '../../test/kept-files.ts'
import { aProject } from '../../test/projects.ts'
import { png } from '../../test/specimens.ts'
import { type CityWorld, useWorld } from '../../test/world.ts'
import { urls as projects } from '../modules/projects/urls.ts'

const w = useWorld()
const city = 'kawaguchi'

const coded = (code: string, message = code) => Object.assign(new Error(message), { code })
const refused = coded('ECONNREFUSED')
const report = { kind: 'activity', title: '付き添いの日', held_on: '令和8年9月1日', text: '三日かけて\n書いた文' }

const reportAt = async (c: CityWorld) => {
  const ref = (await c.run((db) => aProject(c, db, 'active'))).id
  return { at: projects.newReport({ city, ref }), ref }
}
const reports = (c: CityWorld) => c.run((db) => db.selectFrom('project_reports').select('text').execute())

describe('while the database is away', () => {
  test.each([
    ['is not running', new AggregateError([refused], 'made up'), 'ECONNREFUSED'],
    ['is starting', coded('57P03'), undefined],
    ['was stopped', coded('57P01'), undefined],
    ['has no connection left', coded('53300'), undefined],
    ['has a full disk', coded('53100'), undefined],
    ['does not answer in time', coded('57014'), undefined],
    ['does not answer at all', new Error('The database did not answer in time.'), undefined],
    ['gives out no connection', new Error('timeout exceeded when trying to connect'), undefined],
    ['hung up', new Error('Connection terminated unexpectedly'), undefined],
    ['is a copy that may only be read', coded('25006'), undefined],
  ])('because it %s, a page says so in plain words, and when to try again', (_, error, code) =>
    w.inCity(city, async (c) => {
      c.lose(code ? Object.assign(error, { code }) : error)
      const answer = await c.as('nobody').get(`/${city}/projects`)
      expect([answer.status, answer.headers.get('retry-after'), answer.headers.get('cache-control')]).toEqual([
        503,
        '60',
        'no-store',
      ])
      expect(answer.heading).toBe('いま、このページをお見せできません')
      expect(answer.says).toContain('しばらくたってから、もう一度開いてください。')
      expect(answer.text).not.toContain(error.message)
    }),
  )

  test('it is said in English and in easy Japanese too', () =>
    w.inCity(city, async (c) => {
      c.lose(refused)
      expect((await c.as('nobody').get(`/${city}/projects?lang=en`)).heading).toBe(
        'This page cannot be shown right now',
      )
      expect((await c.as('nobody').get(`/${city}/projects?lang=easy`)).says).toContain('ってから')
    }))

  test('a bug stays a bug, with its number', () =>
    w.inCity(city, async (c) => {
      c.app.parts.resolve = async () => {
        throw new Error('made up')
      }
      expect((await c.as('nobody').get(`/${city}/projects`)).status).toBe(500)
    }))

  test('a page that is kept is read on, also by somebody who has been to a form', () =>
    w.inCity(city, async (c) => {
      await c.as('nobody').get(`/${city}/projects`)
      const visitor = c.as('nobody')
      await visitor.get('/sign-in')
      const signedIn = c.as('section')
      await signedIn.get(`/${city}`)
      c.lose(refused)
      expect(c.app.cache.find('GET', `/${city}/projects`, 'ja')).toBeDefined()
      const kept = await visitor.get(`/${city}/projects`)
      expect([kept.status, kept.headers.get('etag')]).toEqual([200, expect.any(String)])
      expect((await signedIn.get(`/${city}/projects`)).status, 'theirs is another page').toBe(503)
      expect((await visitor.get(`/${city}/projects?q=x`)).status).toBe(503)
    }))
})

describe('a form that is sent while the database is away', () => {
  const lost = async (c: CityWorld, after = 0) => {
    const { at, ref } = await reportAt(c)
    const browser = c.as('section')
    const { formValues } = await browser.get(at)
    c.lose(refused, after)
    const answer = await browser.post(at, { ...formValues, ...report })
    c.lose(undefined)
    return { at, ref, browser, answer }
  }

  test.each([
    ['before anybody is known', 0],
    ['in the middle of its work', 1],
  ])('%s brings its words back, to be sent again with one button', (_, after) =>
    w.inCity(city, async (c) => {
      const { at, browser, answer } = await lost(c, after)
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '60'])
      expect(answer.says).toContain('三日かけて 書いた文')
      expect([answer.buttons, answer.formAction]).toEqual([['もう一度送る'], at])
      expect((await browser.post(at, answer.formValues)).status).toBe(303)
      expect(await reports(c)).toEqual([{ text: report.text }])
    }),
  )

  test('is done once, however often the button is pressed', () =>
    w.inCity(city, async (c) => {
      const { at, browser, answer } = await lost(c)
      const first = await browser.post(at, answer.formValues)
      expect((await browser.post(at, answer.formValues)).location).toBe(first.location)
      expect(await reports(c)).toHaveLength(1)
    }))

  test('comes back into its fields where a file must be chosen again, and the file is named', () =>
    w.inCity(city, async (c) => {
      keepReally(c)
      const { at } = await reportAt(c)
      const browser = c.as('section')
      const { formValues } = await browser.get(at)
      c.lose(refused)
      const photo = new File([png() as Uint8Array<ArrayBuffer>], '庭.png')
      const answer = await browser.post(at, { ...formValues, ...report, 'photos.0.file': photo })
      c.lose(undefined)
      expect([answer.status, answer.buttons]).toEqual([503, ['書いた内容を書式に戻す']])
      const back = await browser.post(at, { ...answer.formValues, _act: 'restore' })
      expect([back.status, back.formValues.text]).toEqual([200, report.text])
      expect(back.says).toContain('添付した「庭.png」は届いていません。もう一度選んでください。')
      expect(await reports(c)).toEqual([])
    }))

  test('does not repeat a password on a page', () =>
    w.inCity(city, async (c) => {
      const browser = c.as('nobody')
      const { formValues } = await browser.get('/sign-in')
      c.lose(refused)
      const answer = await browser.post('/sign-in', { ...formValues, email: 'a@example.jp', password: 'ひみつの言葉' })
      expect([answer.status, answer.text.includes('ひみつの言葉'), answer.buttons]).toEqual([503, false, []])
    }))

  test('from another site is not repeated at all', () =>
    w.inCity(city, async (c) => {
      const { at } = await reportAt(c)
      const browser = c.as('section')
      c.lose(refused)
      const answer = await browser.post(at, { text: 'よその言葉' }, { origin: 'https://evil.example' })
      expect([answer.status, answer.text.includes('よその言葉')]).toEqual([503, false])
    }))

  test('sent by the page’s own script is told in few words', () =>
    w.inCity(city, async (c) => {
      const { at } = await reportAt(c)
      c.lose(refused)
      const answer = await c.as('section').post(at, report, { accept: 'application/json' })
      expect([answer.status, JSON.parse(answer.text).error]).toEqual([503, expect.stringContaining('お見せできません')])
    }))
})
