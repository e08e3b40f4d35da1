import { expect, test } from 'vitest'
import { settings } from '../../../demo/cast.ts'
import { useWorld } from '../../../test/world.ts'
import { guideStep } from './charter/guide.ts'
import { openToProposals } from './charter/programmes.ts'
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

test('who answers the guide comes by one question at a time to a scheme, a place to ask and a sheet to bring', () =>
  w.inCity('iruma', async (c) => {
    const nobody = c.as('nobody')
    let page = await nobody.get(urls.guide({ city: 'iruma' }))
    const asked = [page.heading]
    for (const answer of ['いいえ・わからない', 'はい', '対等に']) {
      page = await nobody.get(page.links.find(({ text }) => text === answer)!.href)
      asked.push(page.heading)
    }
    expect(new Set(asked).size).toBe(4)
    expect(page.heading).toBe('対等の協働')
    expect(page.says).toContain('協働にあたります')
    expect(page.links.map(({ href }) => href)).toContain('/iruma/programmes/citizen-proposals')
    const back = page.links.find(({ href }) => href === urls.guide({ city: 'iruma' }, { law: 'no' }))
    expect((await nobody.get(back!.href)).heading).toBe(asked[1])
  }))

test('the end of the guide says where the reception is told and the writing begins, only if a scheme there takes proposals', () =>
  w.inCity('iruma', async (c) => {
    const met = new Set<boolean>()
    const walk = async (answers: Record<string, string>): Promise<void> => {
      const { question, outcome } = guideStep(c.charter, answers)
      if (!outcome) {
        for (const { key } of question!.answers) await walk({ ...answers, [question!.key]: key })
        return
      }
      const takes = openToProposals(c.charter).some(({ key }) => outcome.programmes.includes(key))
      const { says } = await c.as('nobody').get(urls.guide({ city: 'iruma' }, answers))
      expect([outcome.key, says.includes('いま受け付けているか')]).toEqual([outcome.key, takes])
      met.add(takes)
    }
    await walk({})
    expect(met.size).toBe(2)
  }))

test('an answer that the guide does not know leads to its question again', () =>
  w.inCity('iruma', async (c) => {
    const first = await c.as('nobody').get(urls.guide({ city: 'iruma' }))
    const page = await c.as('nobody').get(urls.guide({ city: 'iruma' }, { law: '<b>', lead: 'equal' }))
    expect(page.heading).toBe(first.heading)
  }))

test.each(settings.map((one) => one.slug))(
  'every way through the guide of %s comes to an end, and every end is come to',
  (slug) =>
    w.inCity(slug, async (c) => {
      const reached = new Set<string>()
      const walk = (answers: Record<string, string>, depth: number) => {
        expect(depth).toBeLessThanOrEqual(7)
        const { question, outcome } = guideStep(c.charter, answers)
        if (outcome) reached.add(outcome.key)
        else for (const { key } of question!.answers) walk({ ...answers, [question!.key]: key }, depth + 1)
      }
      walk({}, 0)
      expect([...reached].sort()).toEqual(c.charter.guide.outcomes.map(({ key }) => key).sort())
    }),
)
