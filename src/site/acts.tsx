import type { Child } from 'hono/jsx'
import type { Actor } from '../platform/actor.ts'
import { findLetter } from '../platform/letters/index.ts'
import type { PdfDocument } from '../platform/pdf/document.ts'
import type { EventSpec } from '../platform/record/event.ts'
import { type Entry, entrySentence, findEntry } from '../platform/record/index.ts'
import type { Rule } from '../platform/ruling.ts'
import { dateTimeLabel, plainDateLabel, today } from '../platform/time/index.ts'
import { type Noun, subjectId } from '../platform/web/action/index.ts'
import { definePage, type Frame, type Pages } from '../platform/web/index.ts'
import { type Fact, Paragraphs, PrintSheet, Section, type Stamp, Stamps, SummaryList } from '../ui/index.ts'
import { LetterSheet } from './letter.tsx'

interface Sheets<Thing> {
  who: Rule<[actor: Actor, thing: Thing, now: Date]>
  title(thing: Thing): string
  events: readonly (EventSpec & { kind: string })[]
  /** Names an entry of the charter with its document; `frame` has the charter in force, for things without one. */
  ground(thing: Thing, ground: string, frame: Frame): string
}

interface Act<Thing> {
  thing: Thing
  entry: Entry & { act: NonNullable<Entry['act']> }
  letter: PdfDocument | undefined
}

const ACTS = '/acts/:entry'

/** The address of an entry's 起案・決裁 sheet, below its subject's address; undefined where no verb wrote the entry. */
export function actSheetHref(subject: string, { id, act }: Pick<Entry, 'id' | 'act'>): string | undefined {
  return act ? `${subject}/acts/${id}` : undefined
}

/** The page of 起案・決裁 sheets: number, preparer, confirmer, grounds and letter, frozen with the act. */
export function actSheets<Thing extends object>(subject: Noun<Thing>, sheets: Sheets<Thing>): Pages {
  const page = definePage({
    who: (actor: Actor, { thing }: Act<Thing>, now: Date) => sheets.who.why(actor, thing, now),
    rule: sheets.who,
    load: async (c): Promise<Act<Thing> | undefined> => {
      const thing = await subject.find(c)
      if (!thing) return undefined
      const about = { kind: subject.kind, id: subjectId(thing) }
      const { act, ...entry } = (await findEntry(c.db, about, c.params.entry ?? '')) ?? { act: null }
      if (!act || !('id' in entry)) return undefined
      const letter = act.letter ? await findLetter(c.db, about, act.letter) : undefined
      return { thing, entry: { ...entry, act }, letter: letter?.document }
    },
    view: ({ frame, data }) =>
      subject.page({
        frame,
        thing: data.thing,
        title: '起案・決裁',
        heading: false,
        children: <ActSheet {...data} frame={frame} sheets={sheets} />,
      }),
  })
  return { [subject.url.pattern + ACTS]: page }
}

function ActSheet<Thing>(props: Act<Thing> & { frame: Frame; sheets: Sheets<Thing> }) {
  const { thing, entry, letter, frame, sheets } = props
  const { act } = entry
  const spec = sheets.events.find(({ kind }) => kind === entry.kind)
  const facts: Fact[] = [
    { label: '件名', value: `${act.label}（${sheets.title(thing)}）` },
    { label: '文書番号', value: letter?.number ?? 'なし（通知を出さない手続きです）' },
    ...personsOf(entry),
    { label: '行われたこと', value: entrySentence(spec, entry.payload) ?? act.label },
    ...(act.entered ?? []).map(({ label, value }) => ({ label, value: <Paragraphs text={value} /> })),
    ...(act.entered ? [] : reasonOf(entry)),
    { label: '根拠', value: groundsOf(act.grounds.map((ground) => sheets.ground(thing, ground, frame))) },
  ]
  return (
    <>
      <PrintSheet level={1} title="起案・決裁" date={plainDateLabel(today(entry.at))}>
        <div class="paper-right">
          <Stamps stamps={stampsOf(entry)} />
        </div>
        <SummaryList facts={facts} />
        <p class="small">この用紙は、記録から印刷した控えです。印のところは、つづる前にお使いください。</p>
        {letter && <p>出した通知は、次のとおりです。</p>}
      </PrintSheet>
      {letter && <LetterSheet document={letter} issued />}
    </>
  )
}

/** From the one who decided on the left to the one who prepared on the right, with two places for others between them. */
function stampsOf({ act, names, at, channel }: Act<unknown>['entry']): Stamp[] {
  const free = { head: '' }
  const by = channel === 'system' ? {} : { name: names?.actor ?? '', when: plainDateLabel(today(at)) }
  if (!act.prepared) return [free, free, free, { head: '担当', ...by }]
  const { name, at: prepared } = act.prepared
  return [{ head: '決裁', ...by }, free, free, { head: '起案', name, when: plainDateLabel(today(new Date(prepared))) }]
}

function personsOf({ act, names, at, channel }: Act<unknown>['entry']): Fact[] {
  const actor = [names?.party, names?.actor].filter(Boolean).join('　') || '（自動）'
  const done = `${actor}　${dateTimeLabel(at)}`
  const entered =
    channel === 'web' || channel === 'system'
      ? []
      : [{ label: '届き方', value: '書面などで届いたものを、職員が入力しました。' }]
  if (!act.prepared) return [{ label: '手続きをした方', value: `${done}（起案と決裁を分けない手続き）` }, ...entered]
  return [
    { label: '起案した方', value: `${act.prepared.name}　${dateTimeLabel(new Date(act.prepared.at))}` },
    { label: '確認した方', value: done },
    ...entered,
  ]
}

const reasonOf = ({ payload: { reason } }: Entry): Fact[] =>
  typeof reason === 'string' && reason ? [{ label: '理由', value: <Paragraphs text={reason} /> }] : []

function groundsOf(grounds: string[]): Child {
  if (grounds.length === 0) return '市の文書の定めを引かない手続きです。'
  return (
    <ul>
      {grounds.map((ground) => (
        <li>{ground}</li>
      ))}
    </ul>
  )
}

/** The acts on a thing, newest first, each with a link to its sheet: for nouns whose pages show no history. */
export function ActList(props: { subject: string; entries: readonly Entry[]; events: Sheets<never>['events'] }) {
  const { subject, entries, events } = props
  const acts = entries.flatMap((entry) => {
    const href = actSheetHref(subject, entry)
    return href ? { entry, href } : []
  })
  if (acts.length === 0) return null
  return (
    <Section heading="手続きの控え">
      <ul>
        {acts.toReversed().map(({ entry, href }) => (
          <li>
            <a href={href}>
              {plainDateLabel(today(entry.at))}　
              {entrySentence(
                events.find(({ kind }) => kind === entry.kind),
                entry.payload,
              )}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
