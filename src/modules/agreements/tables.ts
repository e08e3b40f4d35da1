import type { Selectable } from 'kysely'
import type { Channel } from '../../platform/actor.ts'
import type { DateOn, Generated, Instant, InstantOrNull, Json } from '../../platform/db/index.ts'
import { referenceOf } from '../../platform/numbers/index.ts'
import type { Charter } from '../charters/index.ts'
import type { AgreedText, Draft, RegisteredParty } from '../texts/index.ts'
import type { AgreementState } from './lifecycle.ts'

/** An agreement of two to fifty parties, written when it is started; its versions hold the signed texts. */
export interface AgreementsTable {
  city_id: number
  id: string
  state: AgreementState
  charter_id: string
  /** The key of the kind in the city's charter: 協定, 覚書, 合意書. */
  kind: string
  /** The key of the form of collaboration, if one is named; the form decides which clauses are required. */
  form: string | null
  proposal_id: string | null
  /** The department in charge, which may write the text even where it is not a party. */
  department_id: string | null
  title: string
  /** The text being drafted: the first text, or an amendment while the version in force stays in force. */
  draft: Json<Draft> | null
  revision: number
  /** The number of the version in force. */
  version: number | null
  /** The number of the version that waits for signatures. */
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
  termination: string
  /** The reason in words for the public; if it is empty, the public sees only the day. */
  public_termination: Generated<string>
  /** Words that are blacked out in the public copy. */
  withheld: Json<string[]>
  published_version: number | null
  published_text: Json<AgreedText> | null
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
  text: Json<AgreedText>
  /** The draft that the text was composed from; an amendment starts from it. */
  typed: Json<Draft>
  digest: string
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

export interface SignedVersion extends AgreementVersion {
  parties: RegisteredParty[]
  signatures: Signature[]
}

export interface Agreement extends AgreementRow {
  /** The charter the text is written under: the one in force for a first draft, afterwards the agreement's own. */
  charter: Charter
  written_under: string
  draft_parties: RegisteredParty[]
  current: SignedVersion | undefined
  offered: SignedVersion | undefined
}

/** Names the party and the instant of a signature, never the person. */
export interface PublishedSignature {
  party_id: string
  signed_on: DateOn
}

type OpenColumns =
  | 'city_id'
  | 'id'
  | 'charter_id'
  | 'kind'
  | 'title'
  | 'state'
  | 'proposal_id'
  | 'starts_on'
  | 'ends_on'
  | 'sunset_on'
  | 'in_force_at'
  | 'ended_on'
  | 'termination'

/** The columns of a released agreement that everyone may read. */
export interface PublishedAgreement extends Pick<AgreementRow, OpenColumns> {
  fiscal_year: number
  number: number
  published_version: number
  published_text: AgreedText
  published_signatures: PublishedSignature[]
  published_at: Date
}

/** Returns `r8-agreement-0003` for addresses, or the id as long as the agreement has no number. */
export function refOf(one: { id: string; fiscal_year: number | null; number: number | null }): string {
  return referenceOf('agreement', one)
}

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
