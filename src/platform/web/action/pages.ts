import { z } from 'zod'
import type { Actor } from '../../actor.ts'
import { drawnFields } from '../../fields/drawn.ts'
import { Conflict } from '../../refusals.ts'
import { ensure, type Ruling, standing } from '../../ruling.ts'
import { dateTimeLabel } from '../../time/index.ts'
import { flatten } from '../body.ts'
import { labelled, type Wording } from '../compared.ts'
import { definePage, type Page, type Reading, type Sent } from '../page.ts'
import type { Url } from '../url.ts'
import { type Declared, nameOf, type Outcome, type Seen, type Spec } from './declared.ts'
import { dismiss, draftOf, perform, prepare, rulingOf, subjectId } from './perform.ts'
import { findPrepared, isSentBack, LONGEST_REASON, type PreparedAct } from './prepared.ts'
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
    blank: (seen: Seen<Thing, Extra>, c) => {
      if (seen.sentBack) return flatten(seen.sentBack.input)
      return spec.blank?.(seen, c) ?? spec.edits?.(seen, { actor: c.actor, values: {} }) ?? {}
    },
    edits: spec.edits && ((seen, { actor }, values) => spec.edits?.(seen, { actor, values }) ?? {}),
    hold: spec.edits && ((c, seen) => readUnderLock(subject, spec, c, seen)),
    wording: (seen) => spec.wording?.(seen) ?? drawnWording(spec, seen),
    revision: spec.edits ? undefined : spec.fresh && (({ thing }) => subject.revision?.(thing) ?? ''),
    limit: spec.limit,
    acts: spec.acts,
    letter: spec.letter?.draft && ((c, input, { thing }) => draftOf(spec, c, thing, input)),
    view: ({ frame, form, data: { thing, extra, sentBack } }) => {
      const props = { frame, form, thing, extra, verb, back: back(frame, thing) }
      return subject.page({
        frame,
        thing,
        title: verb.title(thing),
        lead: sentBack ? sentBackBy(sentBack) : verb.lead(thing),
        wide: spec.wide,
        invalid: Object.keys(form.errors).length > 0,
        children: [spec.page ? spec.page(props) : subject.confirm(props), spec.foot?.(props)],
      })
    },
    submit: async (c, input, { thing }): Promise<Sent> => {
      if (spec.fourEyes?.(thing)) return prepared({ subject, spec }, c, thing, input)
      return sentAfter({ subject, spec }, c, thing, await perform({ subject, spec }, c, thing, { input }))
    },
  })
}

async function readUnderLock<Thing extends object, Extra>(
  subject: Noun<Thing>,
  spec: Verb<Thing, Extra>,
  c: Reading,
  seen: Seen<Thing, Extra>,
): Promise<Seen<Thing, Extra>> {
  const thing = subject.lock ? await subject.lock(c.db, seen.thing) : seen.thing
  return { ...seen, thing, extra: (await spec.load?.(c, thing)) as Extra }
}

function drawnWording<Thing, Extra>({ form }: Verb<Thing, Extra>, seen: Seen<Thing, Extra>): Wording {
  const fields = drawnFields(typeof form === 'function' ? form(seen) : form)
  return labelled(Object.fromEntries(fields.map(([name, { label }]) => [name, label])))
}

export const CONFIRMATION = '/confirmation'

// biome-ignore lint/suspicious/noExplicitAny: states, moves and rows play no part in these
export type Noun<Thing> = Subject<Thing, any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: the same
export type Verb<Thing, Extra> = Spec<Thing, any, any, any, any, Extra, any>

interface VerbOf<Thing, Extra> {
  subject: Noun<Thing>
  spec: Verb<Thing, Extra>
}

const confirmationAt = <Thing, Extra>({ subject, spec }: VerbOf<Thing, Extra>, { city }: Reading, thing: Thing) =>
  `${subject.url(subject.at(city.slug, thing))}${pathOf(spec)}${CONFIRMATION}`

async function prepared<Thing extends object, Extra>(
  { subject, spec }: VerbOf<Thing, Extra>,
  c: Reading,
  thing: Thing,
  input: unknown,
): Promise<Sent> {
  await prepare({ subject, spec }, c, thing, input)
  return { to: confirmationAt({ subject, spec }, c, thing), flash: '起案しました。別の方が確認した時点で行われます。' }
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
      if (found.settled)
        throw new Conflict(settledSentence(found), undefined, { heading: 'この起案の確認は、すんでいます' })
      return { thing, prepared: { ...found, letter: await draftOf(spec, c, thing, found.input) } }
    },
    view: ({ frame, form, data: { thing, prepared } }) => {
      const back = subject.url(subject.at(frame.city.slug, thing))
      const children = subject.confirm({ frame, form, thing, extra: undefined, verb, back, prepared })
      return subject.page({ frame, thing, title: `${verb.title(thing)}（確認）`, children })
    },
    submit: async (c, _, { thing, prepared: { id, input } }): Promise<Sent> => {
      return sentAfter({ subject, spec }, c, thing, await perform({ subject, spec }, c, thing, { input, prepared: id }))
    },
    acts: {
      dismiss: {
        form: z.object({
          reason: z
            .string()
            .trim()
            .max(LONGEST_REASON, `差し戻す理由は、${LONGEST_REASON}字までにしてください。`)
            .default(''),
        }),
        submit: async (c, input, { thing, prepared: { id, prepared_by, prepared_name } }): Promise<Sent> => {
          const { reason } = input as { reason: string }
          await dismiss({ subject, spec }, c, thing, { id, reason })
          const flash =
            prepared_by === c.actor.account_id
              ? '起案を取り下げました。'
              : `起案を${prepared_name}さんに差し戻しました。`
          return { to: subject.url(subject.at(c.city.slug, thing)), flash }
        },
      },
    },
  })
}

function sentAfter<Thing, Extra>(
  { subject, spec }: VerbOf<Thing, Extra>,
  { city }: Reading,
  thing: Thing,
  outcome: Outcome<unknown>,
): Sent {
  const flash = typeof spec.done === 'function' ? spec.done(outcome, thing) : spec.done
  return { to: nextAfter(spec.then ?? subject.url, subject.at(city.slug, thing), outcome), flash }
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
  const sentBack = spec.fourEyes?.(thing) ? await sentBackOf({ subject, spec }, c, thing) : undefined
  return { thing, extra: (await spec.load?.(c, thing)) as Extra, sentBack }
}

/** The preparation that was sent back to this person. Refuses while another one is open. */
async function sentBackOf<Thing extends object, Extra>(
  { subject, spec }: VerbOf<Thing, Extra>,
  c: Reading,
  thing: Thing,
): Promise<PreparedAct | undefined> {
  const found = await findPrepared(c.db, nameOf(subject, spec), subjectId(thing))
  if (!found) return undefined
  if (found.settled) return isSentBack(found) && found.prepared_by === c.actor.account_id ? found : undefined
  throw new Conflict(`この手続きは、${found.prepared_name}さんが起案し、確認を待っています。`, undefined, {
    heading: '確認を待っています',
    back: { href: confirmationAt({ subject, spec }, c, thing), label: '起案を見る' },
  })
}

const sentBackBy = ({ settled_name, settled_reason }: PreparedAct) =>
  `${settled_name ?? ''}さんが起案を差し戻しました。理由：${settled_reason}`

const settledSentence = ({ settled, settled_name, settled_at }: PreparedAct) =>
  `この起案は、${settled_at ? dateTimeLabel(settled_at) : ''}に${settled_name ?? ''}さんが${settled === 'confirmed' ? '確認しました' : '取り下げ、または差し戻しました'}。`
