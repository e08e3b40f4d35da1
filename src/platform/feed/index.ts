export { type AtomFeed, atom } from './atom.ts'
export { type CalendarEvent, icalendar } from './icalendar.ts'
export { xmlText } from './xml.ts'
