import { modules } from '../modules.ts'
import { type Actor, nobody } from '../platform/actor.ts'
import type { Db } from '../platform/db/index.ts'
import { listLetters } from '../platform/letters/index.ts'
import { entriesOf } from '../platform/record/index.ts'
import { Refusal } from '../platform/refusals.ts'
import type { AnyAction } from '../platform/web/action/index.ts'
import { type Page, type Reading, rulingFor } from '../platform/web/index.ts'
import { type Role, roles } from './roles.ts'
import { doorOf, inTown, readingOf, type Town } from './towns.ts'

type Noun = AnyAction['noun']
type Who = Exclude<Page['who'], string>

interface Asked {
  town: Town
  thing: unknown
  own: readonly string[]
}

const settingOf = ({ town, own }: Pick<Asked, 'town' | 'own'>) => ({
  cityId: town.site.city.id,
  parties: town.parties,
  own,
})

const ids = (list: readonly (string | null)[]) => list.filter((one) => one !== null)

/** Whether a role may, with at least one real thing; `nothing` where no thing exists. */
export type Answer = 'yes' | 'no' | 'nothing'

type Answers = Answer[]

type FileRule = NonNullable<(typeof modules)[number]['files']>[string]

/** Asks rules about every real thing of some towns; each thing is read once. */
export class Asking {
  readonly #every = new Map<Noun, Promise<Asked[]>>()

  constructor(readonly towns: readonly Town[]) {}

  async verb(verb: AnyAction): Promise<{ label: string; may: Answers }> {
    const things = verb.noun.every ? await this.#everyOf(verb.noun) : undefined
    const may: Answers = []
    let label = ''
    for (const role of roles) {
      const asked = things ? asThemselves(things, role) : await this.#onGround(verb.noun, role)
      label ||= asked[0] ? verb.label(asked[0].thing) : ''
      may.push(asked.some(({ actor, thing, town }) => isIn(actor) && verb.may(actor, thing, town.now)) ? 'yes' : 'no')
    }
    return { label, may: label ? may : roles.map(() => 'nothing') }
  }

  async page(pattern: string, page: Page): Promise<Answers> {
    const { who } = page
    if (typeof who === 'string') return roles.map((_, at) => (who === 'anyone' || at > 0 ? 'yes' : 'no'))
    return askRule(who, await this.#loadedAt(pattern, page))
  }

  async files(kind: string, rule: FileRule): Promise<Answers> {
    const found: Asked[] = []
    for (const town of this.towns)
      for (const thing of await inTown(town, (db) => thingsWithFiles(db, kind, rule)))
        found.push({ town, thing, own: ids(rule.concerns(thing)) })
    return askRule(rule.who, found)
  }

  #everyOf(noun: Noun): Promise<Asked[]> {
    const found = this.#every.get(noun) ?? this.#readEvery(noun)
    this.#every.set(noun, found)
    return found
  }

  async #readEvery(noun: Noun): Promise<Asked[]> {
    const found: Asked[] = []
    for (const town of this.towns) {
      const things = await inTown(town, async (db) => noun.every?.(readingOf(town, db, nobody(town.site.city.id))))
      for (const thing of things ?? []) found.push({ town, thing, own: ids(noun.concerns?.(thing) ?? []) })
    }
    return found
  }

  /** The ground of a verb that creates depends on the role. */
  async #onGround(noun: Noun, role: Role): Promise<AskedBy[]> {
    const found: AskedBy[] = []
    for (const town of this.towns)
      for (const actor of role.people(settingOf({ town, own: [] }))) {
        const thing = await inTown(town, async (db) => noun.find(readingOf(town, db, actor)))
        if (thing !== undefined) found.push({ town, thing, actor })
      }
    return found
  }

  /** The data at every address of a page, loaded for the first role that can load it. */
  async #loadedAt(pattern: string, page: Page): Promise<Asked[]> {
    const found: Asked[] = []
    for (const { town, own, params } of await this.#addressesOf(pattern)) {
      for (const role of roles.toReversed()) {
        const [actor] = role.people(settingOf({ town, own }))
        const thing = actor && (await doorOf(town, pattern).run((db) => load(page, readingOf(town, db, actor, params))))
        if (!thing) continue
        found.push({ town, own, thing: thing.data })
        break
      }
    }
    return found
  }

  /** The real addresses of a page: the city's own, or one for each thing of the noun above it. */
  async #addressesOf(pattern: string): Promise<Address[]> {
    const names = [...pattern.matchAll(/:(\w+)/g)].flatMap(([, name]) => (name && name !== 'city' ? name : []))
    if (names.length === 0) return this.towns.map((town) => ({ town, own: [], params: {} }))
    const noun = nounAbove(pattern)
    if (!noun)
      throw new Error(`Let a noun say \`every\`, so that the rule of ${pattern} can be asked about real things.`)
    const found: Address[] = []
    for (const { town, thing, own } of await this.#everyOf(noun)) {
      const params = { ...noun.at(town.site.city.slug, thing), ...(await below(names, noun, town, thing)) }
      if (names.every((name) => name in params)) found.push({ town, own, params })
    }
    return found
  }
}

interface AskedBy extends Omit<Asked, 'own'> {
  actor: Actor
}

const asThemselves = (things: readonly Asked[], role: Role): AskedBy[] =>
  things.flatMap(({ own, ...asked }) =>
    role.people(settingOf({ town: asked.town, own })).map((actor) => ({ ...asked, actor })),
  )

/** A guest is sent to the sign-in page before any rule is asked. */
const isIn = ({ account_id }: Actor) => account_id !== null

function askRule(who: Who, things: readonly Asked[]): Answers {
  if (things.length === 0) return roles.map(() => 'nothing')
  const allows = ({ actor, thing, town }: AskedBy) => isIn(actor) && rulingFor(who, actor, thing, town.now).allowed
  return roles.map((role) => (asThemselves(things, role).some(allows) ? 'yes' : 'no'))
}

async function thingsWithFiles(db: Db, kind: string, rule: FileRule): Promise<unknown[]> {
  const rows = await db.selectFrom('files').select('subject_id').distinct().where('subject_kind', '=', kind).execute()
  const things: unknown[] = []
  for (const { subject_id } of rows) things.push(await rule.of(db, subject_id))
  return things.filter((thing) => thing !== undefined)
}

async function load(page: Page, c: Reading): Promise<{ data: unknown } | undefined> {
  if (!page.load) return { data: undefined }
  try {
    const data = await page.load({ ...c, published: null })
    return data === undefined ? undefined : { data }
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

interface Address extends Omit<Asked, 'thing'> {
  params: Record<string, string>
}

const nouns = new Set(modules.flatMap(({ actions = [] }) => actions.map(({ noun }) => noun)))

function nounAbove(pattern: string): Noun | undefined {
  const above = [...nouns].filter(({ every, url }) => every && `${pattern}/`.startsWith(`${url.pattern}/`))
  return above.sort((a, b) => b.url.pattern.length - a.url.pattern.length)[0]
}

/** The platform's own pages below a thing: a record entry of an act, and a letter. */
async function below(names: readonly string[], { kind }: Noun, town: Town, thing: unknown) {
  const id = String((thing as { id?: unknown }).id)
  const found: Record<string, string> = {}
  if (names.includes('entry')) {
    const entry = (await inTown(town, (db) => entriesOf(db, [{ kind, id }]))).find(({ act }) => act)
    if (entry) found.entry = entry.id
  }
  if (names.includes('letter')) {
    const [letter] = await inTown(town, (db) => listLetters(db, { kind, id }))
    if (letter) found.letter = letter.id
  }
  return found
}
