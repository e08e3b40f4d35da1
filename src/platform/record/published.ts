import type { Db } from '../db/index.ts'
import type { EventSpec } from './event.ts'
import type { Entry } from './index.ts'

/** An entry as everyone may read it: time, subject and public words, never the actor. */
export interface PublicEntry {
  id: string
  at: Date
  kind: string
  subject_kind: string
  subject_id: string
  told: Record<string, unknown>
}

interface Publishing {
  name: string
  events?: readonly EventSpec[]
  published?: Record<string, string>
}

/** The SQL of `published.record`: the entries of public events whose subject is in its published view. */
export function recordView(modules: readonly Publishing[]): string {
  const open = modules.flatMap((module) => [...bySubject(module)].map(([view, kinds]) => conditionFor(view, kinds)))
  return `-- Made from the events that the modules declare public.
create view published.record as
  select e.city_id, e.id, e.at, e.kind, e.subject_kind, e.subject_id, p.payload -> 'public' as told
  from public.record_entries e
  left join public.record_payloads p on p.city_id = e.city_id and p.entry_id = e.id
  where ${open.join('\n    or ') || 'false'};
select public.publish_view('record');
`
}

function bySubject({ name, events = [], published = {} }: Publishing) {
  const found = new Map<string, string[]>()
  for (const { kind, audience } of events) {
    if (audience !== 'public') continue
    const view = published[kind.slice(0, kind.indexOf('.'))]
    if (!view)
      throw new Error(`"${kind}" is public: let ${name}'s door say in \`published\` which view its subject is in.`)
    found.set(view, [...(found.get(view) ?? []), kind])
  }
  return found
}

// Not `exists`: the planner would read the whole view into a hash to show a page's few entries.
const conditionFor = (view: string, kinds: string[]) =>
  `(e.kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})
      and (select true from published.${view} s where s.city_id = e.city_id and s.id = e.subject_id))`

const shown = ['id', 'at', 'kind', 'subject_kind', 'subject_id', 'told'] as const

/** The public entries of these subjects, oldest first, in one statement. */
export async function publicEntriesOf(
  db: Db,
  cityId: number,
  subjects: { kind: string; id: string }[],
): Promise<PublicEntry[]> {
  if (!subjects.length) return []
  const rows = await db
    .selectFrom('published.record')
    .select(shown)
    .where('city_id', '=', cityId)
    .where((eb) =>
      eb.or(subjects.map((one) => eb.and([eb('subject_kind', '=', one.kind), eb('subject_id', '=', one.id)]))),
    )
    .orderBy('at')
    .orderBy('id')
    .limit(500)
    .execute()
  return rows.map((row) => ({ ...row, told: row.told ?? {} }))
}

/** Reduces an entry to its public part, published or not: for readers to whom the subject belongs. */
export function asEveryone({ id, at, kind, subject_kind, subject_id, payload }: Entry): PublicEntry {
  return { id, at, kind, subject_kind, subject_id, told: publicWords(payload) }
}

/** An entry's sentence in its module's words, made of the public part alone for a public event, whoever reads it. */
export function entrySentence(spec: EventSpec | undefined, payload: Record<string, unknown>): string | undefined {
  return spec?.says(spec.audience === 'public' ? publicWords(payload) : payload)
}

const publicWords = (payload: Record<string, unknown>) => (payload.public ?? {}) as Record<string, unknown>
