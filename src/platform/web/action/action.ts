import { z } from 'zod'
import type { Act, Actor } from '../../actor.ts'
import type { Telling } from '../../jobs/telling.ts'
import type { Waiting } from '../../module.ts'
import { Conflict } from '../../refusals.ts'
import { ensure, type Rule, type Ruling, standing } from '../../ruling.ts'
import { definePage, type Page, type Pages, type Reading, type Sent } from '../page.ts'
import { queryString, type Url, url } from '../url.ts'
import { type Declared, type Outcome, type Seen, type Spec, say } from './declared.ts'
import { dismiss, perform, prepare, rulingOf } from './perform.ts'
import { findPrepared, type PreparedAct } from './prepared.ts'
import type { Subject, VerbPage } from './subject.ts'

/** What calls of a verb give beside the act and the thing: its input, where it has a form. */
type Given<Form extends z.ZodType> = Form extends z.ZodUndefined ? [] : [input: z.output<Form>]

/**
 * A verb: called with an act and a thing it is done, refusals and record included, in one transaction. So tests and the
 * demonstration call it; a browser reaches it through `page`.
 */
export interface Action<Thing, Form extends z.ZodType = z.ZodType, Made = unknown, Row = never>
  extends Omit<Declared<Thing>, 'before' | 'fields'> {
  (act: Act, thing: Thing, ...given: Given<Form>): Promise<Outcome<Made>>
  readonly pattern: string
  readonly page: Page
  /** Its pages by their addresses: its own, and the one where it is confirmed. */
  readonly pages: Pages
  /** Prepares it for another person to confirm, where it is under four eyes. */
  prepare(act: Act, thing: Thing, ...given: Given<Form>): Promise<void>
  /** Does what another person has prepared. */
  confirmPrepared(act: Act, thing: Thing, prepared: PreparedAct): Promise<Outcome<Made>>
  readonly moves: readonly string[]
  readonly who: Rule<[actor: Actor, thing: Thing, now: Date]>
  readonly undo: { by: string } | { never: string }
  /** Done by the clock and by nobody: it has no page and no button. */
  readonly byClock: boolean
  /** Whether the person is told before pressing what will happen: by sentences, or on a page of its own. */
  readonly explained: boolean
  /** Whether this person may do it now: what its button asks. */
  may(actor: Actor, thing: Thing, now: Date): boolean
  /** The address of its page. */
  href(city: string, one: Thing | Row): string
  tells(): readonly Telling[]
  waits(row: Row, act: Act, city: string): Waiting[]
}

/** A verb of any noun, for what walks them all. */
// biome-ignore lint/suspicious/noExplicitAny: a list of verbs of many nouns; each was checked where it was declared
export type AnyAction = Action<any, any, any, any>

/**
 * Declares a verb whole: who, when, its form, what is said before, one transaction, what happened, to whom it is told.
 * ```
 * export const recallOffer = action(agreement, { path: 'recall', moves: ['recall'], who: mayRecall, form: …,
 *   label: '文面を案に戻す', before: () => […], undo: { by: 'offer' }, do: async (act, a, { reason }) => { …; return recalled({ reason }) },
 *   tells: () => [letters.recall], done: '文面を案に戻しました。', then: urls.edit })
 * ```
 * Errors: 403 and 409 as `who` and the lifecycle say; 422 from its form or an `Invalid` that `do` throws.
 */
export function action<
  Thing extends object,
  State extends string,
  Move extends string,
  Row = never,
  Form extends z.ZodType = z.ZodUndefined,
  Extra = undefined,
  Made = undefined,
>(
  subject: Subject<Thing, State, Move, Row>,
  spec: Spec<Thing, State, Move, Row, Form, Extra, Made>,
): Action<Thing, Form, Made, Row> {
  const declared = declaredOf(subject, spec)
  const pattern = `${subject.url.pattern}${pathOf(spec)}`
  const href = (city: string, one: Thing | Row) => url(pattern)(subject.at(city, one))
  const act = (act: Act, thing: Thing, ...[input]: unknown[]) =>
    perform(subject, spec, act, thing, input) as Promise<Outcome<Made>>
  const page = pageOf(subject, spec, declared)
  const confirmation = spec.fourEyes && confirmationOf(subject, spec, declared)
  const { name, ...rest } = declared
  Object.defineProperty(act, 'name', { value: name })
  return Object.assign(act, {
    ...rest,
    pattern,
    page,
    pages: { [pattern]: page, ...(confirmation && { [pattern + CONFIRMATION]: confirmation }) },
    prepare: (act: Act, thing: Thing, ...[input]: unknown[]) => prepare(subject, spec, act, thing, input),
    confirmPrepared: (act: Act, thing: Thing, { id, input }: PreparedAct) =>
      perform(subject, spec, act, thing, input, id),
    moves: [spec.moves ?? []].flat(),
    who: spec.who,
    undo: spec.undo,
    byClock: spec.byClock ?? false,
    explained: isExplained(spec),
    may: (actor: Actor, thing: Thing, now: Date) => rulingOf(subject, spec, actor, thing, now).allowed,
    href,
    tells: spec.tells ?? (() => []),
    waits: (row: Row, act: Act, city: string) =>
      (spec.waits?.(row, act) ?? []).map(({ query, ...one }) => ({
        kind: typeof spec.label === 'string' ? spec.label : '',
        ...one,
        href: href(city, row) + queryString(query),
        title: (row as { title: string }).title,
      })),
  }) as Action<Thing, Form, Made, Row>
}

function isExplained({
  page,
  before,
  undo,
  tells,
}: Pick<Verb<never, never>, 'page' | 'before' | 'undo' | 'tells'>): boolean {
  return Boolean(page ?? before) || 'never' in undo || (tells?.() ?? []).some(({ told }) => told)
}

const pathOf = ({ path }: { path: string }) => (path ? `/${path}` : '')

function declaredOf<Thing extends object, Extra>(
  subject: Subject<Thing, never, never, never> | { kind: string },
  // biome-ignore lint/suspicious/noExplicitAny: only its words are read
  spec: Spec<Thing, any, any, any, any, Extra, any>,
): Declared<Thing, Extra> {
  return {
    name: `${subject.kind}.${spec.path}`,
    label: (thing, actor) => say(spec.label, thing, actor),
    title: (thing) => say(spec.title ?? spec.label, thing),
    confirm: (thing) => say(spec.confirm ?? spec.label, thing),
    question: (thing) => say(spec.question ?? `${say(spec.title ?? spec.label, thing)}前に`, thing),
    leave: (thing) => say(spec.leave ?? '何もせずに戻る', thing),
    lead: (thing) => spec.lead && say(spec.lead, thing),
    before: (seen) => [
      ...(spec.before?.(seen) ?? []),
      ...('never' in spec.undo ? [spec.undo.never] : []),
      ...(spec.tells?.() ?? []).flatMap(({ told }) => told ?? []),
    ],
    tone: spec.tone ?? 'secondary',
    danger: spec.danger ?? false,
    form: (seen) => (typeof spec.form === 'function' ? spec.form(seen) : spec.form),
    fields: spec.fields,
    letter: spec.letter?.draft !== undefined,
    fourEyes: spec.fourEyes !== undefined,
  }
}

/** Its page: refused on the way in, shown with all that is said before, and the one transaction behind its button. */
function pageOf<Thing extends object, Extra>(
  subject: Noun<Thing>,
  spec: Verb<Thing, Extra>,
  verb: Declared<Thing, Extra>,
): Page {
  const back = (c: { city: { slug: string } }, thing: Thing) => subject.url(subject.at(c.city.slug, thing))
  return definePage({
    who: (actor: Actor, { thing }: Seen<Thing, Extra>, now: Date): Ruling => rulingOf(subject, spec, actor, thing, now),
    load: (c) => loaded(subject, spec, c),
    form: spec.form as never,
    blank: spec.blank as never,
    revision: spec.fresh && (({ thing }) => subject.revision!(thing)),
    limit: spec.limit,
    acts: spec.acts as never,
    letter: spec.letter?.draft && (async (c, input, { thing }) => spec.letter!.draft!(c, thing, input)),
    view: ({ frame, form, data: { thing, extra } }) => {
      const props = { frame, form, thing, extra, verb, back: back(frame, thing) }
      return subject.page({
        frame,
        thing,
        title: verb.title(thing),
        lead: verb.lead(thing),
        wide: spec.wide,
        invalid: Object.keys(form.errors).length > 0,
        children: spec.page ? spec.page(props) : subject.confirm(props),
      })
    },
    submit: async (c, input, { thing }): Promise<Sent> => {
      if (spec.fourEyes?.(thing)) return prepared(subject, spec, c, thing, input)
      const outcome = await perform(subject, spec, c, thing, input)
      const at = subject.at(c.city.slug, thing)
      const flash = typeof spec.done === 'function' ? spec.done(outcome, thing) : spec.done
      return { to: nextAfter(spec.then ?? subject.url, at, outcome), flash }
    },
  })
}

const CONFIRMATION = '/confirmation'

// biome-ignore lint/suspicious/noExplicitAny: states, moves and rows play no part in these
type Noun<Thing> = Subject<Thing, any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: the same
type Verb<Thing, Extra> = Spec<Thing, any, any, any, any, Extra, any>

async function prepared<Thing extends object, Extra>(
  subject: Noun<Thing>,
  spec: Verb<Thing, Extra>,
  c: Reading,
  ...[thing, input]: [Thing, unknown]
): Promise<Sent> {
  await prepare(subject, spec, c, thing, input)
  const to = `${subject.url(subject.at(c.city.slug, thing))}${pathOf(spec)}${CONFIRMATION}`
  return { to, flash: '起案しました。別の職員が確認すると、行われます。' }
}

interface Prepared<Thing> {
  thing: Thing
  prepared: NonNullable<VerbPage<Thing>['prepared']>
}

/** The page where another person confirms what was prepared, or takes it back. */
function confirmationOf<Thing extends object, Extra>(
  subject: Noun<Thing>,
  spec: Verb<Thing, Extra>,
  verb: Declared<Thing, Extra>,
): Page {
  return definePage({
    who: (actor: Actor, { thing }: Prepared<Thing>, now: Date) => rulingOf(subject, spec, actor, thing, now),
    load: async (c): Promise<Prepared<Thing> | undefined> => {
      const thing = await subject.find(c)
      const found = thing && (await findPrepared(c.db, verb.name, String((thing as { id?: unknown }).id)))
      if (!thing || !found) return undefined
      return { thing, prepared: { ...found, letter: await spec.letter?.draft?.(c, thing, found.input as never) } }
    },
    view: ({ frame, form, data: { thing, prepared } }) => {
      const back = subject.url(subject.at(frame.city.slug, thing))
      const children = subject.confirm({ frame, form, thing, extra: undefined, verb, back, prepared })
      return subject.page({ frame, thing, title: `${verb.title(thing)}（確認）`, children })
    },
    submit: async (c, _, { thing, prepared: { id, input } }): Promise<Sent> => {
      const outcome = await perform(subject, spec, c, thing, input, id)
      const flash = typeof spec.done === 'function' ? spec.done(outcome, thing) : spec.done
      return { to: nextAfter(spec.then ?? subject.url, subject.at(c.city.slug, thing), outcome), flash }
    },
    acts: {
      dismiss: {
        form: z.unknown(),
        submit: async (c, _, { thing, prepared: { id } }): Promise<Sent> => {
          await dismiss(subject, spec, c, thing, id)
          return { to: subject.url(subject.at(c.city.slug, thing)), flash: '起案を取り下げました。' }
        },
      },
    },
  })
}

type Next = Url | ((at: { city: string; ref: string }, outcome: Outcome<never>) => string)

const nextAfter = (next: Next, at: Record<string, string>, outcome: Outcome<unknown>): string =>
  'pattern' in next ? next(at) : next(at as { city: string; ref: string }, outcome as Outcome<never>)

/** Who may not, or comes at the wrong moment, learns it here, before typing anything (law 7). */
async function loaded<Thing extends object, Extra>(
  subject: Noun<Thing>,
  spec: Verb<Thing, Extra>,
  c: Reading,
): Promise<Seen<Thing, Extra> | undefined> {
  const thing = await subject.find(c)
  if (!thing) return undefined
  const ruling = rulingOf(subject, spec, c.actor, thing, c.now)
  const back = subject.back && { href: subject.url(subject.at(c.city.slug, thing)), label: subject.back }
  ensure(ruling.allowed || !back ? ruling : standing(ruling, { back, ...ruling.standing }))
  if (spec.fourEyes?.(thing)) await ensureNotPrepared(subject, spec, c, thing)
  return { thing, extra: (await spec.load?.(c, thing)) as Extra }
}

async function ensureNotPrepared<Thing extends object, Extra>(
  subject: Noun<Thing>,
  spec: Verb<Thing, Extra>,
  c: Reading,
  thing: Thing,
): Promise<void> {
  const found = await findPrepared(c.db, `${subject.kind}.${spec.path}`, String((thing as { id?: unknown }).id))
  if (!found) return
  const href = `${subject.url(subject.at(c.city.slug, thing))}${pathOf(spec)}${CONFIRMATION}`
  const back = { href, label: '起案を見る' }
  throw new Conflict(`この手続きは、${found.prepared_name}さんが起案し、確認を待っています。`, undefined, { back })
}

/** The pages of verbs, by their addresses, for the module's routes; what the clock does has none. */
export function pagesOf(actions: readonly AnyAction[]): Pages {
  return Object.assign({}, ...actions.filter(({ byClock }) => !byClock).map(({ pages }) => pages))
}
