import type { Noun, VerbOf } from './pages.ts'

export const pathOf = ({ path }: { path: string }) => (path ? `/${path}` : '')

export const CONFIRMATION = '/confirmation'

interface Place {
  city: { slug: string }
}

export const subjectAt = <Thing>(subject: Noun<Thing>, { city }: Place, thing: Thing): string =>
  subject.url(subject.at(city.slug, thing))

/** The address of a verb's page. */
export const pageAt = <Thing, Extra>({ subject, spec }: VerbOf<Thing, Extra>, c: Place, thing: Thing): string =>
  subjectAt(subject, c, thing) + pathOf(spec)

/** The address of the page where a prepared act is confirmed. */
export const confirmationAt = <Thing, Extra>(verb: VerbOf<Thing, Extra>, c: Place, thing: Thing): string =>
  pageAt(verb, c, thing) + CONFIRMATION
