import { word } from '../../charters/index.ts'
import type { Proposal, ProposalRow } from '../tables.ts'
import { decisionLabel, isAdopted, offeredDecisions } from './standing.ts'

/** A proposal with its charter where that is at hand: refusals are then in the city's own words. */
type Named = Pick<ProposalRow, 'programme'> & Partial<Pick<Proposal, 'charter'>>

/** The decisions of the programme that are no adoption: 「不採択」や「保留」; empty where it has none. */
export function otherDecisions({ charter, programme }: Named): string {
  if (!charter) return '採択でない決定'
  const others = offeredDecisions(charter, programme).filter((one) => !isAdopted(one))
  return others.map((one) => `「${decisionLabel(charter, programme, one)}」`).join('や')
}

/** Why a decision from which something was begun is not taken back, and what is done instead. */
export function whyItRests(one: Named): string {
  const begun = `${one.charter ? word(one.charter, 'agreement') : '取り決め'}や事業`
  const others = otherDecisions(one)
  const cannot = others ? `決定を取り消すことも、${others}に訂正することもできません` : '決定を取り消すことはできません'
  return `この提案から${begun}が始まっているため、${cannot}。やめるときは、${begun}のページで、取りやめの手続きをしてください。`
}
