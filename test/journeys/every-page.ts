import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nameOf } from './main-job.ts'
import { useTown } from './town.ts'
import type { Visitor } from './visitor.ts'

const MINUTES = 600_000
const city = 'kawaguchi'
const others = readdirSync('charters').filter((name) => name !== city)
const files = /\.(pdf|csv|xlsx|json|atom|xml|txt|ics|jpg|png)$|\/letters\/[0-9a-f-]{36}$/

/** The links of a page within this city and outside of cities, without further instances of the same page. */
async function linksOf(visitor: Visitor): Promise<string[]> {
  const hrefs = await visitor.page
    .locator('a[href^="/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')!))
  const paths = hrefs.map((href) => href.replace(/[?#].*$/, ''))
  return paths.filter(
    (path) => !files.test(path) && !others.includes(path.split('/')[1]!) && !path.startsWith('/files'),
  )
}

/** Pages of one kind look alike: another number is the same page. */
const kindOf = (path: string) =>
  path.replace(/[rh]\d+-[a-z]+-\d+|[0-9a-f]{8}-[0-9a-f-]{27}|(?<=\/)(r\d+|\d+)(?=\/|$)/g, ':ref')

/** Call once in a file: visits every page as these people. The town's checks look at each page's width and run axe. */
export function visitEveryPage(people: string[]): void {
  const town = useTown()
  test.each(people)(
    'every page that %s can come to fits a telephone and is open to everyone',
    async (person) => {
      const given = { width: 320, script: true } as const
      const visitor = await town.as(person === 'nobody' ? 'nobody' : nameOf(city, person), given)
      const seen = new Set<string>()
      const queue = ['/', `/${city}`, `/${city}/inbox`]
      for (let path = queue.shift(); path; path = queue.shift()) {
        if (seen.has(kindOf(path))) continue
        seen.add(kindOf(path))
        expect([200, 403], path).toContain(await visitor.open(path))
        queue.push(...(await linksOf(visitor)))
      }
      expect(seen.size).toBeGreaterThan(person === 'nobody' ? 15 : 25)
      await visitor.leave()
    },
    MINUTES,
  )
}
