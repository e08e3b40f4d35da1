import type { z } from 'zod'
import type { Act, Actor } from '../../actor.ts'
import type { Telling } from '../../jobs/telling.ts'
import type { Rule } from '../../ruling.ts'
import type { Waiting } from '../../waiting.ts'
import type { Page, Pages } from '../page.ts'
import { queryString, url } from '../url.ts'
import { type Declared, nameOf, type Outcome, type Spec, say } from './declared.ts'
import { CONFIRMATION, confirmationOf, type Noun, pageOf, pathOf, type Verb } from './pages.ts'
import { perform, prepare, rulingOf, subjectId } from './perform.ts'
import { findPrepared, type PreparedAct } from './prepared.ts'
import type { Subject } from './subject.ts'

/** What calls of a verb give beside the act and the thing: its input, where it has a form. */
type Given<Form extends z.ZodType> = Form extends z.ZodUndefined ? [] : [input: z.output<Form>]

/**
 * A verb: called with an act and a thing it is done, refusals and record included, in one transaction. So tests and the
 * demonstration call it; a browser reaches it through `page`.
 */
export interface Action<Thing, Form extends z.ZodType = z.ZodType, Made = unknown, Row = never>
  extends Omit<Declared<Thing>, 'before' | 'fields'> {
  (act: Act, thing: Thing, ...given: Given<Form>): Promise<Outcome<Made>>
  readonly noun: Noun<Thing>
  readonly pattern: string
  readonly page: Page
  /** Its pages by their addresses: its own, and the one where it is confirmed. */
  readonly pages: Pages
  /** Prepares it for another person to confirm, where it is under four eyes. */
  prepare(act: Act, thing: Thing, ...given: Given<Form>): Promise<void>
  /** Does what another person has prepared. */
  confirmPrepared(act: Act, thing: Thing, prepared: PreparedAct): Promise<Outcome<Made>>
  /** Has it done as the charter asks: prepared by the actor and confirmed by the other, or by the actor alone. */
  byTwo(act: Act, other: Actor, thing: Thing, ...given: Given<Form>): Promise<Outcome<Made>>
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
  const verb = { subject, spec }
  const declared = declaredOf(subject, spec)
  const pattern = `${subject.url.pattern}${pathOf(spec)}`
  const href = (city: string, one: Thing | Row) => url(pattern)(subject.at(city, one))
  const confirm = (act: Act, thing: Thing, { id, input }: PreparedAct) =>
    perform(verb, act, thing, { input, prepared: id }) as Promise<Outcome<Made>>
  const act = (act: Act, thing: Thing, ...[input]: unknown[]) =>
    perform(verb, act, thing, { input }) as Promise<Outcome<Made>>
  const page = pageOf(subject, spec, declared)
  const confirmation = spec.fourEyes && confirmationOf(subject, spec, declared)
  const { name, ...rest } = declared
  Object.defineProperty(act, 'name', { value: name })
  return Object.assign(act, {
    ...rest,
    noun: subject,
    pattern,
    page,
    pages: { [pattern]: page, ...(confirmation && { [pattern + CONFIRMATION]: confirmation }) },
    prepare: (act: Act, thing: Thing, ...[input]: unknown[]) => prepare(verb, act, thing, input),
    confirmPrepared: confirm,
    byTwo: async (first: Act, other: Actor, thing: Thing, ...[input]: unknown[]) => {
      if (!spec.fourEyes?.(thing)) return perform(verb, first, thing, { input })
      await prepare(verb, first, thing, input)
      const prepared = await findPrepared(first.db, name, subjectId(thing))
      return confirm({ ...first, actor: other }, thing, prepared as PreparedAct)
    },
    moves: [spec.moves ?? []].flat(),
    who: spec.who,
    undo: spec.undo,
    byClock: spec.byClock ?? false,
    explained: isExplained(spec),
    may: (actor: Actor, thing: Thing, now: Date) => rulingOf(verb, actor, thing, now).allowed,
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

function declaredOf<Thing extends object, Extra>(
  subject: Subject<Thing, never, never, never> | { kind: string },
  // biome-ignore lint/suspicious/noExplicitAny: only its words are read
  spec: Spec<Thing, any, any, any, any, Extra, any>,
): Declared<Thing, Extra> {
  return {
    name: nameOf(subject, spec),
    label: (thing, actor) => say(spec.label, thing, actor),
    title: (thing) => say(spec.title ?? spec.label, thing),
    confirm: (thing) => (spec.fourEyes?.(thing) ? '起案する' : say(spec.confirm ?? spec.label, thing)),
    confirmed: (thing) => say(spec.confirm ?? spec.label, thing),
    question: (thing) => say(spec.question ?? `${say(spec.title ?? spec.label, thing)}前に`, thing),
    leave: (thing) => say(spec.leave ?? '何もせずに戻る', thing),
    lead: (thing) => spec.lead && say(spec.lead, thing),
    before: (seen) => [
      ...(spec.fourEyes?.(seen.thing) && !seen.prepared
        ? ['起案すると、別の職員が確認したときに行われます。それまでは、何も変わりません。']
        : []),
      ...(spec.before?.(seen) ?? []),
      ...('never' in spec.undo ? [spec.undo.never] : []),
      ...(spec.tells?.() ?? []).flatMap(({ told }) => told ?? []),
    ],
    tone: spec.tone ?? 'secondary',
    danger: spec.danger ?? false,
    form: (seen) => (typeof spec.form === 'function' ? spec.form(seen) : spec.form),
    fields: spec.fields,
    letter: (thing) => spec.letter?.draft !== undefined && (spec.letter.about?.(thing) ?? true),
    fourEyes: spec.fourEyes !== undefined,
    isPrepared: (thing) => spec.fourEyes?.(thing) ?? false,
    entered: spec.entered,
  }
}

/** The pages of verbs, by their addresses, for the module's routes; what the clock does has none. */
export function pagesOf(actions: readonly AnyAction[]): Pages {
  return Object.assign({}, ...actions.filter(({ byClock }) => !byClock).map(({ pages }) => pages))
}
