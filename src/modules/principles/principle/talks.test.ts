import fc from 'fast-check'
import { expect, test } from 'vitest'
import { modules } from '../../../modules.ts'
import type { Frame } from '../../../platform/web/index.ts'
import { type Charter, readCharter } from '../../charters/index.ts'
import type { Dossier } from '../../projects/index.ts'
import { momentsOf } from '../../projects/parts/timeline.tsx'
import { evidenceOf } from './evidence.ts'

function charterOf(city: string): Charter {
  const read = readCharter(`charters/${city}`, 'charters/common')
  if ('problems' in read) throw new Error(`${city} does not read`)
  return read.charter
}

const charter = charterOf('iruma')
const frame = { city: { slug: 'x' }, installation: { modules } } as unknown as Frame
const day = fc.integer({ min: 1, max: 28 }).map((at) => `2026-06-${String(at).padStart(2, '0')}`)
const maybe = fc.option(day, { nil: null })

const report = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('activity' as const, 'meeting' as const),
  held_on: day,
  title: fc.constant('打合せ'),
  text: fc.constant(''),
  active_count: fc.constant(null),
  passive_count: fc.constant(null),
  reported_at: fc.constant('2026-06-30T00:00:00Z'),
  photos: fc.constant([]),
})
const evaluation = fc.record({
  year: fc.constant(2026),
  begun_on: day,
  due_on: day,
  awaited: fc.constant(2),
  answered: fc.constant(2),
  opened_on: maybe,
  closed_at_deadline: fc.constant(false),
  talked_on: maybe,
  published_on: fc.constant(null),
})
const thread = fc.record({ count: fc.nat(4), sides: fc.constantFrom(1, 2), first_on: day, last_on: day })

/** Any project as far as talks go: threads, meetings, looking back, before and after it began. */
const dossiers = fc
  .record({
    reports: fc.array(report, { maxLength: 4 }),
    evaluations: fc.array(evaluation, { maxLength: 1 }),
    talks: fc.option(thread, { nil: undefined }),
    starts_on: maybe,
    started_on: maybe,
  })
  .map(({ talks, ...rest }) => ({
    ...({
      fiscal_year: 2026,
      number: 1,
      parties: [],
      targets: [],
      milestones: [],
      proposal: null,
      agreement: null,
      past_decisions: [],
    } as object),
    ...rest,
    facts: { talks },
  })) as fc.Arbitrary<unknown> as fc.Arbitrary<Dossier>

test('whoever reads of a talk on the timeline finds it among the proofs of the principle, and the other way round', () => {
  fc.assert(
    fc.property(dossiers, (project) => {
      const seen = momentsOf({ frame, project, charter, inside: null }).filter(({ talk }) => talk)
      const shown = evidenceOf.talks(project, charter)
      expect(shown.met === 'not-yet').toBe(seen.length === 0)
      const held = project.reports.filter(({ kind }) => kind === 'meeting').length
      const talkedOver = project.evaluations.filter(({ talked_on }) => talked_on).length
      const thread = project.facts.talks && project.facts.talks.count > 0 ? 1 : 0
      expect(seen).toHaveLength(held + talkedOver + thread)
    }),
  )
})

test('a talk before the work began is enough for the principle; one after it is only a part', () => {
  fc.assert(
    fc.property(dossiers, day, (project, start) => {
      const meetings = project.reports.filter(({ kind }) => kind === 'meeting')
      const plain = { ...project, facts: {}, starts_on: start, started_on: null }
      const before = meetings.some(({ held_on }) => held_on <= start)
      expect(evidenceOf.talks(plain, charter).met === 'met').toBe(before)
    }),
  )
})
