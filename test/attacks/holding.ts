import { endAllSessions } from '../../src/modules/accounts/index.ts'
import { urls as parties } from '../../src/modules/parties/urls.ts'
import type { CityWorld } from '../world.ts'

/** A person of the section writes on a page, the session ends meanwhile, and they sign in again. */
export async function signInAndHold(c: CityWorld, words: string) {
  const page = parties.new({ city: c.slug })
  const browser = c.as('section')
  const form = (await browser.get(page)).formValues
  await c.doors.house.run((db) => endAllSessions(db, c.people.section!.account_id!, c.now))
  const turned = await browser.post(page, { ...form, name: words })
  const next = new URL(turned.location!, 'http://localhost').searchParams.get('next')!
  const held = new URL(next, 'http://localhost').searchParams.get('held')!
  return { browser: c.as('section'), held, page }
}
