import { expect, test } from 'vitest'
import { settings } from '../../../demo/cast.ts'
import { useWorld } from '../../../test/world.ts'
import { urls } from './urls.ts'

const w = useWorld()
const ofCity = Object.entries(urls).filter(([name]) => !['compare', 'difference'].includes(name))

test.each(settings.map((one) => one.slug))('everyone reads every page of the charter of %s', (slug) =>
  w.inCity(slug, async (c) => {
    const nobody = c.as('nobody')
    for (const [name, url] of ofCity) {
      const page = await nobody.get((url as typeof urls.show)({ city: slug }))
      expect(page.status, `${slug} ${name}`).toBe(200)
      expect(page.heading, name).not.toBe('')
      expect(page.says, name).not.toMatch(/undefined|\[object/)
    }
  }),
)

test('a version that was never applied is not found', () =>
  w.inCity('iruma', async (c) => {
    expect((await c.as('nobody').get(urls.difference({ city: 'iruma', version: 'nowhere' }))).status).toBe(404)
  }))

test('a resident lays two cities’ charters side by side', () =>
  w.inCity('iruma', async (c) => {
    const page = await c.as('nobody').get(urls.compare({ left: 'iruma', right: 'yoshikawa' }))
    expect(page.says).toContain('時限性')
    expect(page.says).toContain('アダプト')
  }))
