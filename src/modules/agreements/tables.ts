import type { Selectable } from 'kysely'
import type { Channel } from '../../platform/actor.ts'
import type { DateOn, Generated, Instant, InstantOrNull, Json } from '../../platform/db/index.ts'
import { referenceOf } from '../../platform/numbers/index.ts'
import type { Charter } from '../charters/index.ts'
import type { AgreementState } from './lifecycle.ts'

/** What a party can bring: money, people, a place, things, know-how. */
export const resources = ['money', 'people', 'place', 'things', 'knowledge'] as const
export type Resource = (typeof resources)[number]

export const resourceLabels: Record<Resource, string> = {
  money: 'お金',
  people: '人手',
  place: '場所',
  things: 'もの・道具',
  knowledge: '知識・経験',
}

/** On which side of its value a target is reached: 20件以下 is not reached with 23. */
export const directions = ['at_least', 'at_most', 'exactly'] as const
export type Direction = (typeof directions)[number]

export const directionLabels: Record<Direction, string> = { at_least: '以上', at_most: '以下', exactly: 'ちょうど' }

/** What is to be reached by when. Texts signed before the direction was asked for name none: theirs is 以上. */
export interface Target {
  indicator: string
  value: string
  unit: string
  by: DateOn
  direction?: Direction
}

/** The draft as it was typed: every answer a text, half-finished ones too. */
export interface Draft {
  title?: string
  kind?: string
  form?: string
  parties?: { party?: string }[]
  purpose?: string
  targets?: { indicator?: string; value?: string; unit?: string; by?: string; direction?: string }[]
  roles?: { party?: string; does?: string; kind?: string; brings?: string }[]
  money?: { party?: string; yen?: string; for?: string }[]
  starts_on?: string
  ends_on?: string
  sunset_on?: string
  /** The charter's clauses by their keys: left out unless `use` is ticked, in words that may differ from the model. */
  clauses?: Record<string, { use?: string; text?: string }>
  free?: { heading?: string; text?: string }[]
  note?: string
}

/** 第n条: numbered by its order. */
export interface Article {
  key: string
  heading: string
  paragraphs: string[]
}

/** A party as the text names it. */
export interface NamedParty {
  /** 甲, 乙, 丙 …, by which the articles call it. */
  mark: string
  party_id: string
  name: string
  is_city: boolean
}

/** The exact text that is signed: its facts, and the articles in words. The digest is taken over all of it. */
export interface AgreementText {
  format: 1
  number: string
  version: number
  kind: string
  title: string
  parties: NamedParty[]
  preamble: string
  purpose: string
  targets: Target[]
  /** A role of a party, or (`all`) of every party alike. */
  roles: { party_id: string; does: string; brings: { kind: Resource; words: string } | null }[]
  money: { party_id: string; yen: number; for: string }[]
  starts_on: DateOn
  ends_on: DateOn | null
  sunset_on: DateOn | null
  articles: Article[]
  closing: string
}

/** An agreement of two to fifty parties; the row says where it stands, its versions say what was signed. */
export interface AgreementsTable {
  city_id: number
  id: string
  state: AgreementState
  charter_id: string
  /** The kind in the city's charter: 協定, 覚書, 合意書. */
  kind: string
  /** The form of collaboration, where one is named: it says what must be agreed on. */
  form: string | null
  proposal_id: string | null
  /** The department in charge, which writes on the text also where it is no party. */
  department_id: string | null
  title: string
  /** The text being written: the first one, or an amendment while the version in force goes on. */
  draft: Json<Draft> | null
  revision: number
  /** The version in force. */
  version: number | null
  /** The version that waits for signatures. */
  offered_version: number | null
  fiscal_year: number | null
  number: number | null
  starts_on: DateOn | null
  ends_on: DateOn | null
  sunset_on: DateOn | null
  channel: Channel
  entered_by: string | null
  created_at: Instant
  saved_at: Instant
  state_since: Instant
  offered_at: InstantOrNull
  in_force_at: InstantOrNull
  ended_on: DateOn | null
  /** Why it was given up, told among the parties. */
  termination: string
  /** The same in the words for everyone; empty, and only the day is told. */
  public_termination: Generated<string>
  /** Words that the copy for release leaves black. */
  withheld: Json<string[]>
  published_version: number | null
  published_text: Json<AgreementText> | null
  published_signatures: Json<PublishedSignature[]> | null
  published_at: InstantOrNull
}

export type AgreementRow = Selectable<AgreementsTable>

/** One exact text with its digest; written when it is offered, never changed. */
export interface AgreementVersionsTable {
  city_id: number
  id: string
  agreement_id: string
  version: number
  text: Json<AgreementText>
  /** What was typed, for writing an amendment from it. */
  typed: Json<Draft>
  digest: string
  /** Why it was amended. */
  note: string
  made_at: Instant
  made_by: string
}

export type AgreementVersion = Selectable<AgreementVersionsTable>

/** A party named in the draft (version 0) or in a version, in the order of the text. */
export interface AgreementPartiesTable {
  city_id: number
  id: string
  agreement_id: string
  version: number
  position: number
  party_id: string
}

/** One party's signature under one version, given by its signatory or entered by staff from paper. */
export interface SignaturesTable {
  city_id: number
  id: string
  agreement_id: string
  version: number
  party_id: string
  person_id: string
  signer_name: string
  digest: string
  signed_on: DateOn
  signed_at: Instant
  channel: 'web' | 'paper'
  entered_by: string | null
}

export type Signature = Selectable<SignaturesTable>

/** One version with those it names and those who signed it. */
export interface SignedVersion extends AgreementVersion {
  parties: PartyThere[]
  signatures: Signature[]
}

/** A named party as it stands in the register today. */
export interface PartyThere {
  party_id: string
  number: number
  name: string
  kind: string
  is_city: boolean
  unit: string
}

/** An agreement with all that its pages and rules look at. */
export interface Agreement extends AgreementRow {
  /** The charter that the text is written under: of a first draft the one in force, then its own. */
  charter: Charter
  /** The version that `charter` is. */
  written_under: string
  draft_parties: PartyThere[]
  current: SignedVersion | undefined
  offered: SignedVersion | undefined
}

/** Which party signed, and when: never the person. */
export interface PublishedSignature {
  party_id: string
  signed_on: DateOn
}

/** What everyone may know of a released agreement. */
export interface PublishedAgreement {
  city_id: number
  id: string
  fiscal_year: number
  number: number
  charter_id: string
  kind: string
  title: string
  state: AgreementState
  proposal_id: string | null
  starts_on: DateOn | null
  ends_on: DateOn | null
  sunset_on: DateOn | null
  in_force_at: Date | null
  ended_on: DateOn | null
  termination: string
  published_version: number
  published_text: AgreementText
  published_signatures: PublishedSignature[]
  published_at: Date
}

/** r8-agreement-0003 in addresses; before it has a number, its id. */
export function refOf(one: { id: string; fiscal_year: number | null; number: number | null }): string {
  return referenceOf('agreement', one)
}

/** The proposal that an agreement came from, as far as a link needs it. */
export interface FromProposal {
  id: string
  title: string
  fiscal_year: number | null
  number: number | null
}

declare module '../../platform/db/tables.ts' {
  interface Tables {
    agreements: AgreementsTable
    agreement_versions: AgreementVersionsTable
    agreement_parties: AgreementPartiesTable
    signatures: SignaturesTable
    'published.agreements': PublishedAgreement
  }
}
