import type { Charter } from '../schema/charter.ts'
import { entryOf, type Programme, type Track } from './entries.ts'

type Field = Programme['sheets'][number]['sections'][number]['fields'][number]

/** The charter's programme of this key; undefined where the charter has none. */
export function programme(charter: Charter, key: string): Programme | undefined {
  return entryOf(charter.programmes, key)
}

/** Programmes through which somebody can propose. */
export function openToProposals(charter: Charter): Programme[] {
  return charter.programmes.filter(({ tracks, status }) => tracks.length > 0 && status !== 'ended')
}

/** The tracks of a programme: all, or the one that is named. */
export function tracksOf(charter: Charter, programmeKey: string, trackKey?: string): Track[] {
  const { tracks = [] } = programme(charter, programmeKey) ?? {}
  return tracks.filter(({ key }) => trackKey === undefined || key === trackKey)
}

/** Whether what is proposed here is settled in an agreement; a light way of working together (後援) goes on without one. */
export function leadsToAgreement(charter: Charter, programmeKey: string, trackKey: string): boolean {
  const [track] = tracksOf(charter, programmeKey, trackKey)
  const forms = charter.forms.filter(({ key }) => track?.forms.includes(key))
  return forms.length === 0 || forms.some(({ needs }) => needs.includes('agreement'))
}

/** The city's form for a proposal: sections and questions, with the choices that come from the charter filled in. */
export function proposalFields(charter: Charter, programmeKey: string, trackKey?: string) {
  const { sheets = [] } = programme(charter, programmeKey) ?? {}
  const [track] = tracksOf(charter, programmeKey, trackKey)
  const sheet = entryOf(sheets, track?.sheet) ?? sheets[0]
  return (sheet?.sections ?? []).map((section) => ({
    ...section,
    fields: section.fields.map((field) => ({
      ...field,
      choices: [...field.choices, ...choicesFrom(charter, field)],
    })),
  }))
}

function choicesFrom(charter: Charter, { choicesFrom: from }: Field): Field['choices'] {
  if (!from) return []
  const list = from === 'units' ? charter.territory.units : charter[from]
  return list.map(({ key, label }) => ({ key, label }))
}
