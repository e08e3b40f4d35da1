import type { Charter } from '../schema/charter.ts'
import { entryOf, type Programme, type Track } from './entries.ts'

type Field = Programme['sheets'][number]['sections'][number]['fields'][number]

/** Returns the charter's programme; undefined where it has none. */
export function programme(charter: Charter, key: string): Programme | undefined {
  return entryOf(charter.programmes, key)
}

/** Returns the programmes that take proposals. */
export function openToProposals(charter: Charter): Programme[] {
  return charter.programmes.filter(({ tracks, status }) => tracks.length > 0 && status !== 'ended')
}

export function tracksOf(charter: Charter, programmeKey: string, trackKey?: string): Track[] {
  const { tracks = [] } = programme(charter, programmeKey) ?? {}
  return tracks.filter(({ key }) => trackKey === undefined || key === trackKey)
}

/** False for light forms of collaboration (後援), which need no agreement. */
export function leadsToAgreement(charter: Charter, programmeKey: string, trackKey: string): boolean {
  const [track] = tracksOf(charter, programmeKey, trackKey)
  const forms = charter.forms.filter(({ key }) => track?.forms.includes(key))
  return forms.length === 0 || forms.some(({ needs }) => needs.includes('agreement'))
}

/** Returns the city's form for a proposal with the choices from the charter. */
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
