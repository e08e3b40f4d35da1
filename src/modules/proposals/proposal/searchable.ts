import type { Searchable } from '../../../platform/module.ts'
import { type Charter, label } from '../../charters/index.ts'
import type { Sheet } from '../../programmes/index.ts'
import { type Answers, answerKey, answerLines, isBlank, questionsOf } from '../../questionnaires/index.ts'
import { lifecycle } from '../lifecycle.ts'
import { type Proposal, type ProposalRow, type PublicSection, refOf } from '../tables.ts'
import { decisionWords } from '../words.ts'
import { decisionLabel, numberLabel, sheetIn } from './proposal.ts'

/** Returns the questions whose answers may be released: never files, never empty ones. */
export function releasable(sheet: Sheet, contents: Answers) {
  return questionsOf(sheet).filter(
    ({ key, question }) => question.kind !== 'files' && !isBlank(question, contents[key]),
  )
}

/** Returns the chosen answers in words, so that the public page needs no charter. */
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

/** A person who proposes is not named by what is released: neither by the summary nor by the chosen answers. */
export function namedIn(one: Proposal, { summary, keys }: { summary: string; keys: readonly string[] }) {
  if (one.party_unit !== 'person') return {}
  const names = one.party_name.split(/\s+/).filter((name) => name.length > 1)
  const isNamed = (text: string) => names.some((name) => text.includes(name))
  const answers = publicSections(sheetIn(one), one.contents, keys).flatMap(({ items }) => items)
  const found = answers.find(({ lines }) => lines.some(isNamed))
  return {
    summary: isNamed(summary) ? '提案した方のお名前が入っています。お名前を除いて書いてください。' : undefined,
    keys: found
      ? `「${found.label}」に、提案した方のお名前が入っています。公表する内容から外すか、ご本人に直していただいてください。`
      : undefined,
  }
}

/** Returns a released proposal for the search, with nothing beyond its public page. */
export function searchableProposal(proposal: ProposalRow, charter: Charter): Searchable {
  const { fiscal_year, programme, party_id, party_name, public_party, public_summary, published_at } = proposal
  if (!published_at) throw new Error('Only what is released is searched for: call this after the release.')
  const lines = proposal.public_contents.flatMap(({ items }) => items.flatMap((item) => item.lines))
  return {
    kind: 'proposal',
    id: proposal.id,
    ref: refOf(proposal),
    title: proposal.title,
    text: [public_party, public_summary, ...lines].join('\n'),
    facets: [
      `year:${fiscal_year}`,
      `programme:${programme}`,
      `state:${facetOf(proposal)}`,
      // A person is not to be recognised by what else they proposed.
      ...(public_party === party_name ? [`party:${party_id}`] : []),
    ],
    shown: {
      number: numberLabel(charter, proposal),
      summary: public_summary,
      parties: [public_party],
      state: stateOf(proposal, charter),
    },
    at: published_at,
  }
}

const facetOf = ({ public_decision }: ProposalRow) =>
  public_decision?.annulled_on ? 'annulled' : public_decision?.decision

function stateOf({ state, programme, public_decision }: ProposalRow, charter: Charter): string {
  if (state === 'withdrawn') return lifecycle.label(state)
  if (public_decision?.annulled_on) return decisionWords.annulled
  if (state === 'declined' || !public_decision) return lifecycle.label(state)
  return decisionLabel(charter, programme, public_decision.decision)
}
