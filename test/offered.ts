import { inTown, openTowns, readingOf, type Town } from '../src/commands/towns.ts'
import { actorFor } from '../src/modules/parties/index.ts'
import { modules } from '../src/modules.ts'
import type { Actor } from '../src/platform/actor.ts'
import type { Doors } from '../src/platform/db/index.ts'
import type { AnyAction } from '../src/platform/web/action/index.ts'
import { type Answer, browse } from './http.ts'
import { makeWorld, NOW, type World } from './world.ts'

/** A person who can sign in, with a browser that reads each page once. */
interface Visitor {
  actor: Actor
  read(path: string): Promise<Answer>
}

/** A verb that a visitor may do with a thing now. */
interface Chance {
  verb: AnyAction
  thing: unknown
  visitor: Visitor
  city: string
}

/** Of each verb in each state, so many chances are looked at before it counts as hidden. */
const ENOUGH = 8

const verbs = modules.flatMap(({ actions = [] }) => actions.filter(({ byClock }) => !byClock))

/**
 * The verbs, with the state of their thing, that visitors may do and none of them finds: neither on the page of the thing, nor
 * on one that the verb's own page leads back to, nor in the inbox. And the verbs that nobody may do on that day.
 */
export async function lookForVerbs(doors: Doors): Promise<{ hidden: string[]; idle: string[] }> {
  const world = makeWorld(doors)
  const chances: Chance[] = []
  for (const town of await openTowns(doors, NOW))
    chances.push(...(await chancesIn(town, await visitorsOf(world, town))))
  const hidden: string[] = []
  for (const [name, some] of Map.groupBy(chances, stateOf))
    if (!(await someAsync(some.slice(0, ENOUGH), isFound))) hidden.push(name)
  const possible = new Set(chances.map(({ verb }) => verb))
  return { hidden, idle: verbs.flatMap((verb) => (possible.has(verb) ? [] : verb.name)) }
}

const stateOf = ({ verb, thing }: Chance) => [verb.name, verb.noun.state?.(thing, NOW)].filter(Boolean).join(' of one ')

async function visitorsOf(world: World, town: Town): Promise<Visitor[]> {
  const actors = await inTown(town, async (db) => {
    const people = await db.selectFrom('people').select('account_id').where('account_id', 'is not', null).execute()
    return Promise.all(people.flatMap(({ account_id }) => (account_id ? [actorFor(db, account_id, NOW)] : [])))
  })
  return actors.map((actor) => {
    const browser = browse(world, actor.account_id)
    const pages = new Map<string, Promise<Answer>>()
    const read = (path: string) => {
      const page = pages.get(path) ?? browser.get(path)
      pages.set(path, page)
      return page
    }
    return { actor, read }
  })
}

async function chancesIn(town: Town, visitors: Visitor[]): Promise<Chance[]> {
  const city = town.site.city.slug
  const every = new Map<AnyAction['noun'], readonly unknown[]>()
  const thingsOf = async ({ noun }: AnyAction, { actor }: Visitor) => {
    const known = every.get(noun)
    if (known) return known
    const things = await inTown(town, async (db) => {
      const c = readingOf(town, db, actor)
      return noun.every ? noun.every(c) : [await noun.find(c)]
    })
    // A ground depends on the person who stands on it.
    if (noun.every) every.set(noun, things)
    return things
  }
  const chances: Chance[] = []
  for (const verb of verbs)
    for (const visitor of visitors)
      for (const thing of await thingsOf(verb, visitor))
        if (thing !== undefined && verb.may(visitor.actor, thing, NOW)) chances.push({ verb, thing, visitor, city })
  return chances
}

async function isFound({ verb, thing, visitor, city }: Chance): Promise<boolean> {
  const address = verb.href(city, thing)
  const leadsThere = async (path: string) =>
    (await visitor.read(path)).links.some(({ href }) => href.split('?')[0] === address)
  if (await someAsync([verb.noun.url(verb.noun.at(city, thing)), `/${city}/inbox`], leadsThere)) return true
  const { links } = await visitor.read(address)
  const back = links.flatMap(({ href }) => href.split(/[?#]/)[0] ?? [])
  return someAsync(
    back.filter((path) => path.startsWith(`/${city}`) && path !== address && !/\.\w+$/.test(path)),
    leadsThere,
  )
}

async function someAsync<T>(list: readonly T[], is: (one: T) => Promise<boolean>): Promise<boolean> {
  for (const one of list) if (await is(one)) return true
  return false
}
