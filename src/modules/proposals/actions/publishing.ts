import type { Act } from '../../../platform/actor.ts'
import { asJson, atomically } from '../../../platform/db/index.ts'
import type { Searchable } from '../../../platform/module.ts'
import { record } from '../../../platform/record/index.ts'
import { ensure } from '../../../platform/ruling.ts'
import { dropSearch, putSearch } from '../../../platform/search/index.ts'
import { today } from '../../../platform/time/index.ts'
import { type Charter, label } from '../../charters/index.ts'
import { type Sheet, sheetOf } from '../../programmes/index.ts'
import { type Answers, answerKey, answerLines } from '../../questionnaires/index.ts'
import type { ReleaseInput, WithdrawalInput } from '../forms.ts'
import { lifecycle } from '../lifecycle.ts'
import { decisionLabel, mayRelease, mayWithhold } from '../rules.ts'
import { numberLabel, type Proposal, type PublicSection, type PublishedProposal, refOf } from '../tables.ts'
import { changeProposal } from './moving.ts'

/** The decision and the chosen parts of the text become public, everywhere at once. */
export async function releaseProposal(
  { db, actor, now }: Act,
  proposal: Proposal,
  charter: Charter,
  input: ReleaseInput,
): Promise<Proposal> {
  return atomically(db, async (tx) => {
    ensure(mayRelease.why(actor, proposal, today(now)))
    const sheet = sheetOf(charter, proposal.programme, proposal.track)
    const public_contents = publicSections(sheet, proposal.contents, input.keys)
    const done = await changeProposal(tx, proposal, {
      public_summary: input.summary,
      public_contents: asJson(public_contents),
      published_at: proposal.published_at ?? now,
    })
    record(tx, { actor, now }, 'proposal.released', done, { decision: done.decision })
    await putSearch(tx, searchableProposal(done, charter))
    return done
  })
}

/** What was released is taken back, everywhere at once; the reason stays in the record. */
export async function withholdProposal(
  { db, actor, now }: Act,
  proposal: Proposal,
  input: WithdrawalInput,
): Promise<Proposal> {
  return atomically(db, async (tx) => {
    ensure(mayWithhold.why(actor, proposal))
    const done = await changeProposal(tx, proposal, { published_at: null })
    record(tx, { actor, now }, 'proposal.withheld', done, { reason: input.reason })
    await dropSearch(tx, 'proposal', proposal.id)
    return done
  })
}

/** The chosen answers in words, so that the public page stands without the charter and without anything not chosen. */
export function publicSections(sheet: Sheet, contents: Answers, keys: readonly string[]): PublicSection[] {
  return sheet.sections
    .map((section) => ({
      heading: label(section.label),
      items: section.fields
        .filter((question) => keys.includes(answerKey(section, question)))
        .map((question) => ({
          label: label(question.label),
          lines: answerLines(question, contents[answerKey(section, question)]),
        }))
        .filter(({ lines }) => lines.length > 0),
    }))
    .filter(({ items }) => items.length > 0)
}

/** A released proposal as the search finds it: what its public page says, and nothing else. */
export function searchableProposal(proposal: Proposal | PublishedProposal, charter: Charter): Searchable {
  const { fiscal_year, programme, decision, state, party_id, party_name, public_summary } = proposal
  const lines = proposal.public_contents.flatMap(({ items }) => items.flatMap((item) => item.lines))
  return {
    kind: 'proposal',
    id: proposal.id,
    ref: refOf(proposal),
    title: proposal.title,
    text: [party_name, public_summary, ...lines].join('\n'),
    facets: [`year:${fiscal_year}`, `programme:${programme}`, `state:${decision}`, `party:${party_id}`],
    shown: {
      number: numberLabel(charter, proposal),
      summary: public_summary,
      parties: [party_name],
      state: state === 'declined' ? lifecycle.label('declined') : decisionLabel(charter, programme, decision!),
    },
    at: proposal.published_at!,
  }
}
