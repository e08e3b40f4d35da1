import type { Selectable } from 'kysely'
import type { Channel } from '../../platform/actor.ts'
import type { DateOn, Generated, Instant, InstantOrNull, Json } from '../../platform/db/index.ts'
import { referenceOf } from '../../platform/numbers/index.ts'
import type { Charter } from '../charters/index.ts'
import type { AgreedText, Draft, RegisteredParty } from '../texts/index.ts'
import type { AgreementState } from './lifecycle.ts'

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
  /** The draft that the text was composed from, for writing an amendment. */
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
  parties: RegisteredParty[]
  signatures: Signature[]
}

/** An agreement with all that its pages and rules look at. */
export interface Agreement extends AgreementRow {
  /** The charter that the text is written under: of a first draft the one in force, then its own. */
  charter: Charter
  /** The version that `charter` is. */
  written_under: string
  draft_parties: RegisteredParty[]
  current: SignedVersion | undefined
  offered: SignedVersion | undefined
}

/** Which party signed, and when: never the person. */
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
