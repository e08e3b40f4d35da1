import type { Actor } from '../../actor.ts'
import { drawnFields } from '../../fields/index.ts'
import { ensure, type Ruling, standing } from '../../ruling.ts'
import { flatten } from '../body.ts'
import { labelled, type Wording } from '../compared.ts'
import { definePage, type Page, type Reading, type Sent } from '../page.ts'
import type { Url } from '../url.ts'
import { confirmationAt, subjectAt } from './address.ts'
import { cameBackLead, cameBackTo } from './came-back.tsx'
import type { Declared, Outcome, Seen, Spec } from './declared.ts'
import { isByTwo } from './four-eyes.ts'
import { draftOf, perform, rulingOf } from './perform.ts'
import { prepare } from './preparing.ts'
import type { Subject } from './subject.ts'

export function pageOf<Thing extends object, Extra>(
  subject: Noun<Thing>,
  spec: Verb<Thing, Extra>,
  verb: Declared<Thing, Extra>,
): Page {
  return definePage({
    who: (actor: Actor, { thing }: Seen<Thing, Extra>, now: Date): Ruling =>
      rulingOf({ subject, spec }, actor, thing, now),
    load: (c) => loaded(subject, spec, c),
    form: spec.form,
    wrong: spec.wrong && ((input, { thing }, { now }) => spec.wrong?.(thing, input, now) ?? {}),
    blank: (seen: Seen<Thing, Extra>, c) => {
      if (seen.cameBack) return flatten(seen.cameBack.input)
      return spec.blank?.(seen, c) ?? spec.edits?.(seen, { actor: c.actor, values: {} }) ?? {}
    },
    edits: spec.edits && ((seen, { actor }, values) => spec.edits?.(seen, { actor, values }) ?? {}),
    hold: spec.edits && ((c, seen) => readUnderLock(subject, spec, c, seen)),
    wording: (seen) => spec.wording?.(seen) ?? drawnWording(spec, seen),
    revision: spec.edits ? undefined : spec.fresh && (({ thing }) => subject.revision?.(thing) ?? ''),
    limit: spec.limit,
    acts: spec.acts,
    letter: spec.letter?.draft && ((c, input, { thing }) => draftOf(spec, c, thing, input)),
    view: ({ frame, form, data: { thing, extra, cameBack } }) => {
      const props = { frame, form, thing, extra, verb, back: subjectAt(subject, frame, thing) }
      return subject.page({
        frame,
        thing,
        title: verb.title(thing),
        lead: cameBack ? cameBackLead(cameBack, confirmationAt({ subject, spec }, frame, thing)) : verb.lead(thing),
        wide: spec.wide,
        invalid: Object.keys(form.errors).length > 0,
        children: [spec.page ? spec.page(props) : subject.confirm(props), spec.foot?.(props)],
      })
    },
    submit: async (c, input, { thing }): Promise<Sent> => {
      if (isByTwo({ subject, spec }, thing, c.actor)) return prepared({ subject, spec }, c, thing, input)
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

// biome-ignore lint/suspicious/noExplicitAny: states, moves and rows play no part in these
export type Noun<Thing> = Subject<Thing, any, any, any>
// biome-ignore lint/suspicious/noExplicitAny: the same
export type Verb<Thing, Extra> = Spec<Thing, any, any, any, any, Extra, any>

export interface VerbOf<Thing, Extra> {
  subject: Noun<Thing>
  spec: Verb<Thing, Extra>
}

async function prepared<Thing extends object, Extra>(
  verb: VerbOf<Thing, Extra>,
  c: Reading,
  thing: Thing,
  input: unknown,
): Promise<Sent> {
  await prepare(verb, c, thing, input)
  return { to: confirmationAt(verb, c, thing), flash: '起案しました。別の方が確認した時点で行われます。' }
}

export function sentAfter<Thing, Extra>(
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
  const back = subject.back && { href: subjectAt(subject, c, thing), label: subject.back }
  ensure(ruling.allowed || !back ? ruling : standing(ruling, { back, ...ruling.standing }))
  const byTwo = isByTwo({ subject, spec }, thing, c.actor)
  const cameBack = byTwo ? await cameBackTo({ subject, spec }, c, thing) : undefined
  return { thing, extra: (await spec.load?.(c, thing)) as Extra, cameBack }
}
