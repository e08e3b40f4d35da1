import type { z } from 'zod'
import type { Act, Actor } from '../../actor.ts'
import type { EventMails } from '../../jobs/event-mails.ts'
import type { Rule } from '../../ruling.ts'
import type { Waiting } from '../../waiting.ts'
import type { Page, Pages } from '../page.ts'
import { queryString, url } from '../url.ts'
import { CONFIRMATION, pathOf } from './address.ts'
import { confirmationOf } from './confirmation.ts'
import { type Declared, nameOf, type Outcome, type Spec, say } from './declared.ts'
import { isByTwo, voidBecause } from './four-eyes.ts'
import { type Noun, pageOf, type Verb } from './pages.ts'
import { perform, rulingOf, subjectId } from './perform.ts'
import { findPrepared, type PreparedAct } from './prepared.ts'
import { prepare } from './preparing.ts'
import type { Subject } from './subject.ts'

type Given<Form extends z.ZodType> = Form extends z.ZodUndefined ? [] : [input: z.output<Form>]

/** A verb: one transaction with refusals and record; tests call it as a function, browsers through its pages. */
export interface Action<Thing, Form extends z.ZodType = z.ZodType, Made = unknown, Row = never>
  extends Omit<Declared<Thing>, 'before' | 'fields'> {
  (act: Act, thing: Thing, ...given: Given<Form>): Promise<Outcome<Made>>
  readonly noun: Noun<Thing>
  readonly pattern: string
  readonly page: Page
  readonly pages: Pages
  /** Under four eyes, stores it for another person to confirm. */
  prepare(act: Act, thing: Thing, ...given: Given<Form>): Promise<void>
  /** Does what another person has prepared. */
  confirmPrepared(act: Act, thing: Thing, prepared: PreparedAct): Promise<Outcome<Made>>
  /** The page where a prepared act is confirmed. */
  confirmation(city: string, one: Thing | Row): string
  /** The reason why a preparation can be confirmed no more; undefined as long as it can. */
  voidBecause(thing: Thing, prepared: PreparedAct, now: Date): string | undefined
  /** Prepares and confirms it by two people where the charter asks for that, else does it by the actor alone. */
  byTwo(act: Act, other: Actor, thing: Thing, ...given: Given<Form>): Promise<Outcome<Made>>
  readonly moves: readonly string[]
  readonly who: Rule<[actor: Actor, thing: Thing, now: Date]>
  readonly undo: { by: string } | { never: string }
  readonly byClock: boolean
  readonly explained: boolean
  /** Whether its form changes words that are already there, so that whoever saves later is shown both. */
  readonly edits: boolean
  may(actor: Actor, thing: Thing, now: Date): boolean
  href(city: string, one: Thing | Row): string
  tells(): readonly EventMails[]
  waits(row: Row, act: Act, city: string): Waiting[]
}

// biome-ignore lint/suspicious/noExplicitAny: a list of verbs of many nouns; each was checked where it was declared
export type AnyAction = Action<any, any, any, any>

/**
 * Declares a verb whole: rule, move, form, consequences, transaction, event and letters.
 * ```
 * export const recallOffer = action(agreement, { path: 'recall', moves: ['recall'], who: mayRecall, form: …,
 *   label: '文面を案に戻す', before: () => […], undo: { by: 'offer' }, do: async (act, a, { reason }) => { …; return recalled({
 * reason }) },
 *   tells: () => [letters.recall], done: '文面を案に戻しました。', then: urls.edit })
 * ```
 * Errors: 403 and 409 by `who` and the lifecycle; 422 by the form or an `Invalid` that `do` throws.
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
      if (!isByTwo(verb, thing, first.actor)) return perform(verb, first, thing, { input })
      await prepare(verb, first, thing, input)
      const prepared = await findPrepared(first.db, name, subjectId(thing))
      return confirm({ ...first, actor: other }, thing, prepared as PreparedAct)
    },
    moves: [spec.moves ?? []].flat(),
    who: spec.who,
    undo: spec.undo,
    byClock: spec.byClock ?? false,
    explained: isExplained(spec),
    edits: spec.edits !== undefined,
    may: (actor: Actor, thing: Thing, now: Date) => rulingOf(verb, actor, thing, now).allowed,
    href,
    confirmation: (city: string, one: Thing | Row) => href(city, one) + CONFIRMATION,
    voidBecause: (thing: Thing, prepared: PreparedAct, now: Date) => voidBecause(verb, thing, prepared, now),
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
  return Boolean(page ?? before) || 'never' in undo || (tells?.() ?? []).some(({ announcement }) => announcement)
}

function declaredOf<Thing extends object, Extra>(
  subject: Noun<Thing>,
  // biome-ignore lint/suspicious/noExplicitAny: only its words are read
  spec: Spec<Thing, any, any, any, any, Extra, any>,
): Declared<Thing, Extra> {
  const byTwo = (thing: Thing, actor: Actor) => isByTwo({ subject, spec }, thing, actor)
  return {
    name: nameOf(subject, spec),
    label: (thing, actor) => say(spec.label, thing, actor),
    title: (thing) => say(spec.title ?? spec.label, thing),
    confirm: (thing, actor) => (byTwo(thing, actor) ? '起案する' : say(spec.confirm ?? spec.label, thing)),
    confirmed: (thing) => say(spec.confirm ?? spec.label, thing),
    question: (thing) => say(spec.question ?? `${say(spec.title ?? spec.label, thing)}前に`, thing),
    leave: (thing) => say(spec.leave ?? '何もせずに戻る', thing),
    lead: (thing) => spec.lead && say(spec.lead, thing),
    before: ({ frame, ...seen }) => [
      ...(byTwo(seen.thing, frame.actor) && !seen.prepared
        ? ['起案のあと、別の方が確認した時点で行われます。それまでは、何も変わりません。']
        : []),
      ...(spec.before?.(seen) ?? []),
      ...('never' in spec.undo ? [spec.undo.never] : []),
      ...(spec.tells?.() ?? []).flatMap(({ announcement }) => announcement ?? []),
    ],
    tone: spec.tone ?? 'secondary',
    danger: spec.danger ?? false,
    multipart: spec.multipart ?? false,
    form: (seen) => (typeof spec.form === 'function' ? spec.form(seen) : spec.form),
    fields: spec.fields,
    letter: (thing) => spec.letter?.draft !== undefined && (spec.letter.about?.(thing) ?? true),
    fourEyes: spec.fourEyes !== undefined,
    entered: spec.entered,
  }
}

/** The pages of verbs by their patterns, for the module's routes; timed verbs have none. */
export function pagesOf(actions: readonly AnyAction[]): Pages {
  return Object.assign({}, ...actions.filter(({ byClock }) => !byClock).map(({ pages }) => pages))
}
