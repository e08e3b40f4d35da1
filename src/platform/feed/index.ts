export { type AtomEntry, type AtomFeed, atom } from './atom.ts'
export { type Calendar, type CalendarEvent, icalendar } from './icalendar.ts'
export { xmlText } from './xml.ts'
