import type { Searchable } from '../../../platform/module.ts'
import { type Charter, label } from '../../charters/index.ts'
import type { Sheet } from '../../programmes/index.ts'
import { type Answers, answerKey, answerLines, isBlank, questionsOf } from '../../questionnaires/index.ts'
import { lifecycle } from '../lifecycle.ts'
import { type ProposalRow, type PublicSection, type PublishedProposal, refOf } from '../tables.ts'
import { decisionLabel, numberLabel } from './standing.ts'

/** The questions whose answers may be released: files never are, and empty ones need no choice. */
export function releasable(sheet: Sheet, contents: Answers) {
  return questionsOf(sheet).filter(
    ({ key, question }) => question.kind !== 'files' && !isBlank(question, contents[key]),
  )
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
export function searchableProposal(proposal: ProposalRow | PublishedProposal, charter: Charter): Searchable {
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
