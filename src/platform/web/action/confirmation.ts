import { z } from 'zod'
import type { Actor } from '../../actor.ts'
import { Conflict } from '../../refusals.ts'
import { ensure, type Ruling } from '../../ruling.ts'
import { dateTimeLabel } from '../../time/index.ts'
import { definePage, type OtherAct, type Page, type Reading, type Sent } from '../page.ts'
import { pageAt, subjectAt } from './address.ts'
import { whyItCameBack } from './came-back.tsx'
import type { Declared } from './declared.ts'
import { mayConfirm, voidBecause } from './four-eyes.ts'
import { type Noun, sentAfter, type Verb, type VerbOf } from './pages.ts'
import { draftOf, rulingOf, subjectId } from './perform.ts'
import { findPrepared, hasComeBack, LONGEST_REASON, type PreparedAct } from './prepared.ts'
import { confirm, dismiss } from './preparing.ts'
import type { VerbPage } from './subject.ts'

interface Prepared<Thing> {
  thing: Thing
  prepared: NonNullable<VerbPage<Thing>['prepared']>
}

/** The page where another person confirms a prepared act or sends it back, and its maker dismisses it. */
export function confirmationOf<Thing extends object, Extra>(
  subject: Noun<Thing>,
  spec: Verb<Thing, Extra>,
  verb: Declared<Thing, Extra>,
): Page {
  const who = (actor: Actor, { thing }: Pick<Prepared<Thing>, 'thing'>, now: Date): Ruling =>
    mayConfirm({ subject }, actor, rulingOf({ subject, spec }, actor, thing, now))
  return definePage({
    who,
    load: async (c): Promise<Prepared<Thing> | undefined> => {
      const thing = await subject.find(c)
      if (!thing) return undefined
      ensure(who(c.actor, { thing }, c.now))
      const found = await findPrepared(c.db, verb.name, subjectId(thing))
      return found && { thing, prepared: await toConfirm({ subject, spec }, c, thing, found) }
    },
    view: ({ frame, form, data: { thing, prepared } }) => {
      const back = subjectAt(subject, frame, thing)
      const children = subject.confirm({ frame, form, thing, extra: undefined, verb, back, prepared })
      return subject.page({ frame, thing, title: `${verb.title(thing)}（確認）`, children })
    },
    submit: async (c, _, { thing, prepared }): Promise<Sent> => {
      const done = await confirm({ subject, spec }, c, thing, prepared)
      if ('outcome' in done) return sentAfter({ subject, spec }, c, thing, done.outcome)
      const flash = `「${verb.label(thing)}」は、行われませんでした。${done.because}起案は無効になり、${prepared.prepared_name}さんの「わたしの机」に戻りました。`
      return { to: subjectAt(subject, c, thing), flash }
    },
    acts: { dismiss: dismissal({ subject, spec }) },
  })
}

/** The preparation with its letter; for its maker also once it came back, with the reason. */
async function toConfirm<Thing extends object, Extra>(
  verb: VerbOf<Thing, Extra>,
  c: Reading,
  thing: Thing,
  found: PreparedAct,
): Promise<Prepared<Thing>['prepared']> {
  const because = found.settled ? undefined : voidBecause(verb, thing, found, c.now)
  const own = found.prepared_by === c.actor.account_id
  if (own && (because || hasComeBack(found))) {
    const cameBack = whyItCameBack({ ...found, settled_reason: because ?? found.settled_reason })
    return { ...found, cameBack: { because: cameBack, anew: pageAt(verb, c, thing) } }
  }
  if (found.settled)
    throw new Conflict(settledSentence(found), undefined, { heading: 'この起案の確認は、すんでいます' })
  if (because)
    throw new Conflict(because, undefined, {
      heading: 'この起案は、無効になりました',
      back: { href: pageAt(verb, c, thing), label: '新しく起案する' },
    })
  return { ...found, letter: await draftOf(verb.spec, c, thing, found.input) }
}

const dismissal = <Thing extends object, Extra>({
  subject,
  spec,
}: VerbOf<Thing, Extra>): OtherAct<Prepared<Thing>> => ({
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
    const own = prepared_by === c.actor.account_id
    const flash = own ? '起案を取り下げました。' : `起案を${prepared_name}さんに差し戻しました。`
    return { to: subjectAt(subject, c, thing), flash }
  },
})

const became = {
  confirmed: '確認しました',
  dismissed: '取り下げ、または差し戻しました',
  void: '確認しようとしましたが、内容か日付が変わっていたため、無効になりました',
} as const

const settledSentence = ({ settled, settled_name, settled_at }: PreparedAct) =>
  `この起案は、${settled_at ? dateTimeLabel(settled_at) : ''}に${settled_name ?? ''}さんが${settled ? became[settled] : ''}。`
