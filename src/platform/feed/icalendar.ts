import { addDays, type IsoDate } from '../time/index.ts'

export type Calendar = {
  name: string /** The installation's host name, which makes ids unique. */
  host: string
  events: readonly CalendarEvent[]
}

/** Whole days (`on` to `until`, both included) or two instants. `changed` is the time of the last edit. */
export type CalendarEvent = {
  id: string
  title: string
  changed: Date
  description?: string
  place?: string
  url?: string
  cancelled?: boolean
} & ({ on: IsoDate; until?: IsoDate } | { from: Date; to?: Date })

/** Writes a calendar as iCalendar (RFC 5545): `text/calendar; charset=UTF-8`. */
export function icalendar({ name, host, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tomoni//JA',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Tokyo',
    ...events.flatMap((event) => eventLines(event, host)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent, host: string): string[] {
  const { id, title, changed, description, place, url, cancelled } = event
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(id)}@${escaped(host)}`,
    `DTSTAMP:${stamp(changed)}`,
    `LAST-MODIFIED:${stamp(changed)}`,
    ...timeLines(event),
    `SUMMARY:${escaped(title)}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(place ? [`LOCATION:${escaped(place)}`] : []),
    ...(url && /^https?:\/\/[\x21-\x7e]+$/.test(url) ? [`URL:${url}`] : []),
    ...(cancelled ? ['STATUS:CANCELLED'] : []),
    'END:VEVENT',
  ]
}

// iCalendar ends a whole day on the next one.
function timeLines(event: CalendarEvent): string[] {
  if ('on' in event) {
    const end = addDays(event.until ?? event.on, 1)
    return [`DTSTART;VALUE=DATE:${plain(event.on)}`, `DTEND;VALUE=DATE:${plain(end)}`]
  }
  return [`DTSTART:${stamp(event.from)}`, ...(event.to ? [`DTEND:${stamp(event.to)}`] : [])]
}

function stamp(at: Date): string {
  return `${plain(at.toISOString().slice(0, 19)).replaceAll(':', '')}Z`
}

function plain(text: string): string {
  return text.replaceAll('-', '')
}

function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

// RFC 5545: at most 75 bytes a line. No character is split.
function folded(line: string): string {
  let out = ''
  let size = 0
  for (const character of line) {
    const bytes = Buffer.byteLength(character)
    if (size + bytes > 75) {
      out += '\r\n '
      size = 1
    }
    out += character
    size += bytes
  }
  return out
}
