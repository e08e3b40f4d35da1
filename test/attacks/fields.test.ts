import { expect, test } from 'vitest'
import type { Browser } from '../http.ts'
import { useWorld } from '../world.ts'
import { addressesIn, aFullCity } from './scene.ts'

// Attack classes 8, 15, 17 and 28: a field for an id, a key or a choice with another value. The field or the ownership
// check refuses a value that no list offered; it never reaches the database.

const w = useWorld()
const city = 'kawaguchi'

const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/
const isKey = (name: string) =>
  /(^|[._])(id|acting_for|seat|department|party|proposal|agreement|form|zone|kind|role|to|track|decision|year|state|channel|side|remove|removed|forms|fields|wards|attended|theme)$/.test(
    name,
  ) && !/^_/.test(name)

const others = ["' or 1=1 --", '01a1fd09-0000-7000-8000-000000000000', '9'.repeat(25)]

/** Sends the form once for each of its keys with another value there; undefined where it has none. */
async function faultsOf(browser: Browser, address: string): Promise<{ tried: number; faults: string[] } | undefined> {
  const page = await browser.get(address)
  if (page.status !== 200 || !page.formAction) return undefined
  const named = Object.entries(page.formValues).filter(([name, value]) => isKey(name) || ID.test(String(value)))
  const names = [...named.map(([name]) => name).filter((name) => !name.startsWith('_')), 'acting_for', 'department_id']
  const faults: string[] = []
  for (const name of new Set(names))
    for (const value of others) {
      const { status } = await browser.post(address, { ...page.formValues, [name]: value, _key: crypto.randomUUID() })
      if (status >= 500) faults.push(`${status} ${address} ${name}=${value}`)
    }
  return { tried: names.length, faults }
}

/** The addresses with a form, grouped by pattern. */
function byPattern(addresses: string[]): string[][] {
  const found = new Map<string, string[]>()
  for (const address of addresses) {
    const pattern = address.replace(/r8-\w+-\d+|[0-9a-f-]{36}/g, '*')
    found.set(pattern, [...(found.get(pattern) ?? []), address])
  }
  return [...found.values()]
}

test.each(['section', 'secretary'])('no key that %s makes up in a form reaches the database as it is', (person) =>
  w.inCity(city, async (c) => {
    const scene = await aFullCity(c)
    const browser = c.as(person)
    const faults: string[] = []
    let tried = 0
    for (const addresses of byPattern(addressesIn(c, scene, 'POST')))
      for (const address of addresses) {
        const found = await faultsOf(browser, address)
        faults.push(...(found?.faults ?? []))
        tried += found?.tried ?? 0
        if (found) break
      }
    expect(tried).toBeGreaterThan(person === 'section' ? 60 : 25)
    expect(faults).toEqual([])
  }),
)
