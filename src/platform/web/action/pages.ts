import { z } from 'zod'
import type { Actor } from '../../actor.ts'
import { Conflict } from '../../refusals.ts'
import { ensure, type Ruling, standing } from '../../ruling.ts'
import { definePage, type Page, type Reading, type Sent } from '../page.ts'
import type { Url } from '../url.ts'
import { type Declared, nameOf, type Outcome, type Seen, type Spec } from './declared.ts'
import { dismiss, draftOf, perform, prepare, rulingOf, subjectId } from './perform.ts'
import { findPrepared } from './prepared.ts'
import type { Subject, VerbPage } from './subject.ts'

export const pathOf = ({ path }: { path: string }) => (path ? `/${path}` : '')

export function pageOf<Thing extends object, Extra>(
  subject: Noun<Thing>,
  spec: Verb<Thing, Extra>,
  verb: Declared<Thing, Extra>,
): Page {
  const back = (c: { city: { slug: string } }, thing: Thing) => subject.url(subject.at(c.city.slug, thing))
  return definePage({
    who: (actor: Actor, { thing }: Seen<Thing, Extra>, now: Date): Ruling =>
      rulingOf({ subject, spec }, actor, thing, now),
    load: (c) => loaded(subject, spec, c),
    form: spec.form,
    blank: spec.blank,
    revision: spec.fresh && (({ thing }) => subject.revision?.(thing) ?? ''),
    limit: spec.limit,
    acts: spec.acts,
    letter: spec.letter?.draft && ((c, input, { thing }) => draftOf(spec, c, thing, input)),
    view: ({ frame, form, data: { thing, extra } }) => {
      const props = { frame, form, thing, extra, verb, back: back(frame, thing) }
      return subject.page({
        frame,
        thing,
        title: verb.title(thing),
        lead: verb.lead(thing),
        wide: spec.wide,
        invalid: Object.keys(form.errors).length > 0,
        children: [spec.page ? spec.page(props) : subject.confirm(props), spec.foot?.(props)],
      })
    },
    submit: async (c, input, { thing }): Promise<Sent> => {
      if (spec.fourEyes?.(thing)) return prepared({ subject, spec }, c, thing, input)
      const outcome = await perform({ subject, spec }, c, thing, { input })
      const at = subject.at(c.city.slug, thing)
      const flash = typeof spec.done === 'function' ? spec.done(outcome, thing) : spec.done
      return { to: nextAfter(spec.then ?? subject.url, at, outcome), flash }
    },
  })
}

export const CONFIRMATION = '/confirmation'

// biome-ignore lint/suspicious/noExplicitAny: states, moves and rows play no part in these
export type Noun<Thing> = Subject<Thing, any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: the same
export type Verb<Thing, Extra> = Spec<Thing, any, any, any, any, Extra, any>

async function prepared<Thing extends object, Extra>(
  { subject, spec }: { subject: Noun<Thing>; spec: Verb<Thing, Extra> },
  c: Reading,
  thing: Thing,
  input: unknown,
): Promise<Sent> {
  await prepare({ subject, spec }, c, thing, input)
  const to = `${subject.url(subject.at(c.city.slug, thing))}${pathOf(spec)}${CONFIRMATION}`
  return { to, flash: '起案しました。別の職員が確認すると、行われます。' }
}

interface Prepared<Thing> {
  thing: Thing
  prepared: NonNullable<VerbPage<Thing>['prepared']>
}

/** The page where another person confirms a prepared act or dismisses it. */
export function confirmationOf<Thing extends object, Extra>(
  subject: Noun<Thing>,
  spec: Verb<Thing, Extra>,
  verb: Declared<Thing, Extra>,
): Page {
  return definePage({
    who: (actor: Actor, { thing }: Prepared<Thing>, now: Date) => rulingOf({ subject, spec }, actor, thing, now),
    load: async (c): Promise<Prepared<Thing> | undefined> => {
      const thing = await subject.find(c)
      const found = thing && (await findPrepared(c.db, verb.name, subjectId(thing)))
      if (!thing || !found) return undefined
      return { thing, prepared: { ...found, letter: await draftOf(spec, c, thing, found.input) } }
    },
    view: ({ frame, form, data: { thing, prepared } }) => {
      const back = subject.url(subject.at(frame.city.slug, thing))
      const children = subject.confirm({ frame, form, thing, extra: undefined, verb, back, prepared })
      return subject.page({ frame, thing, title: `${verb.title(thing)}（確認）`, children })
    },
    submit: async (c, _, { thing, prepared: { id, input } }): Promise<Sent> => {
      const outcome = await perform({ subject, spec }, c, thing, { input, prepared: id })
      const flash = typeof spec.done === 'function' ? spec.done(outcome, thing) : spec.done
      return { to: nextAfter(spec.then ?? subject.url, subject.at(c.city.slug, thing), outcome), flash }
    },
    acts: {
      dismiss: {
        form: z.unknown(),
        submit: async (c, _, { thing, prepared: { id } }): Promise<Sent> => {
          await dismiss({ subject, spec }, c, thing, id)
          return { to: subject.url(subject.at(c.city.slug, thing)), flash: '起案を取り下げました。' }
        },
      },
    },
  })
}

type Next = Url | ((at: { city: string; ref: string }, outcome: Outcome<never>) => string)

const nextAfter = (next: Next, at: Record<string, string>, outcome: Outcome<unknown>): string =>
  'pattern' in next ? next(at) : next(at as { city: string; ref: string }, outcome as Outcome<never>)

/** Refuses before any typing (law 7). */
async function loaded<Thing extends object, Extra>(
  subject: Noun<Thing>,
  spec: Verb<Thing, Extra>,
  c: Reading,
): Promise<Seen<Thing, Extra> | undefined> {
  const thing = await subject.find(c)
  if (!thing) return undefined
  const ruling = rulingOf({ subject, spec }, c.actor, thing, c.now)
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
  const found = await findPrepared(c.db, nameOf(subject, spec), subjectId(thing))
  if (!found) return
  const href = `${subject.url(subject.at(c.city.slug, thing))}${pathOf(spec)}${CONFIRMATION}`
  const back = { href, label: '起案を見る' }
  throw new Conflict(`この手続きは、${found.prepared_name}さんが起案し、確認を待っています。`, undefined, { back })
}
