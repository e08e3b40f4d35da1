import { describe, expect, test } from 'vitest'
import { useWorld } from '../../test/world.ts'

const w = useWorld()
const host = 'http://localhost:3000'

describe('who has lost the way in a city', () => {
  test.each(['/kawaguchi/nothing-here', '/kawaguchi/projects/r8-project-9999', '/kawaguchi/groups/99999'])(
    'on %s is told so in that city, shown the ways on and whom to ask',
    (path) =>
      w.inCity('kawaguchi', async (c) => {
        const page = await c.as('nobody').get(path)
        expect(page.status).toBe(404)
        expect(page.heading).toBe('ページが見つかりません')
        expect(page.links.map(({ href }) => href)).toEqual(
          expect.arrayContaining(['/kawaguchi', '/kawaguchi/projects']),
        )
        expect(page.headings).toContain('お問い合わせ')
        expect(page.says).toContain('電話')
      }),
  )

  test('is led back to the page on which the way was pressed', () =>
    w.inCity('kawaguchi', async (c) => {
      const referer = `${host}/kawaguchi/projects?year=2026`
      const page = await c.as('nobody').get('/kawaguchi/nothing-here', { referer })
      const back = page.links.find(({ text }) => text === 'ひとつ前のページへ戻る')
      expect(back?.href).toBe('/kawaguchi/projects?year=2026')
    }))

  test.each([
    ['another host', 'https://evil.example/kawaguchi/projects'],
    ['another host in our own address', `${host}//evil.example/`],
    ['no address at all', 'javascript:alert(1)'],
    ['this very page', `${host}/kawaguchi/nothing-here`],
  ])('is not led to %s (attack class 25)', (_, referer) =>
    w.inCity('kawaguchi', async (c) => {
      const page = await c.as('nobody').get('/kawaguchi/nothing-here', { referer })
      const back = page.links.find(({ text }) => text === 'ひとつ前のページへ戻る')
      expect([undefined, '/']).toContain(back?.href)
      expect(page.text).not.toContain('evil.example')
      expect(page.text).not.toContain('javascript:')
    }),
  )
})

test('who asks for a city that is not there is led to the start page', () =>
  w.run(async (world) => {
    const { browse } = await import('../../test/http.ts')
    const page = await browse(world, null).get('/atlantis/projects')
    expect(page.status).toBe(404)
    expect(page.links.map(({ href }) => href)).toContain('/')
  }))

test('who may not is told by whom it can be done, and whom to ask', () =>
  w.inCity('kawaguchi', async (c) => {
    const page = await c.as('stranger').get('/kawaguchi/groups/new')
    expect(page.status).toBe(403)
    expect(page.heading).toBe('この手続きはできません')
    expect(page.headings).toContain('お問い合わせ')
    expect(page.links.map(({ href }) => href)).toContain('/kawaguchi')
  }))
