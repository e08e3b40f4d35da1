import { eventOf } from '../../../platform/record/event.ts'
import { type Entry, entrySentence } from '../../../platform/record/index.ts'
import { dateLabel, dateTimeLabel, isoDateTime, today } from '../../../platform/time/index.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { actSheetHref } from '../../../site/index.ts'
import { Timeline } from '../../../ui/index.ts'
import { amended, cameIntoForce, events, projectEntered, signed } from '../events.ts'
import { maySeeActs } from '../may.ts'
import { type Agreement, refOf } from '../tables.ts'
import { urls } from '../urls.ts'

const channels: Record<string, string> = {
  paper: '用紙（担当課が入力）',
  phone: '電話（担当課が入力）',
  counter: '窓口（担当課が入力）',
}

export function History({ frame, agreement, entries }: { frame: Frame; agreement: Agreement; entries: Entry[] }) {
  const here = urls.show({ city: frame.city.slug, ref: refOf(agreement) })
  const sees = maySeeActs(frame.actor, agreement)
  return (
    <Timeline
      events={entries.filter(isFor(sees)).map((entry) => ({
        at: isoDateTime(entry.at),
        when: dateTimeLabel(entry.at),
        what: entrySentence(eventOf([{ events }], entry.kind), entry.payload) ?? entry.kind,
        who: [entry.names?.party, entry.names?.actor].filter(Boolean).join('　'),
        channel: channels[entry.channel],
        milestone: cameIntoForce.is(entry) || amended.is(entry),
        children: sees && sheetLink(actSheetHref(here, entry)),
      }))}
    />
  )
}

/** The parties do not read what officers prepare among themselves, and why they send it back. */
const isFor = (officer: boolean) => (entry: Entry) => officer || eventOf([{ events }], entry.kind)?.audience !== 'staff'

const sheetLink = (href: string | undefined) => href && <a href={href}>起案・決裁</a>

/** Returns the officer who entered a party's paper and the day, from the record. */
export const takenIn = (entries: readonly Entry[], version: number) => (party_id: string) => {
  const entry = entries.find(
    (one) =>
      signed.is(one) && one.channel === 'paper' && one.party_id === party_id && signed.read(one).version === version,
  )
  return entry && `記録　${entry.names?.actor ?? ''}　${dateLabel(today(entry.at))}`
}

export function projectsOf(entries: readonly Entry[]): { ref: string; title: string }[] {
  return entries.filter(projectEntered.is).map((entry) => {
    const { ref = '', title = '' } = projectEntered.read(entry)
    return { ref, title }
  })
}
