import { word } from '../../charters/index.ts'
import type { Proposal, ProposalRow } from '../tables.ts'
import { decisionLabel, isAdopted, offeredDecisions } from './proposal.ts'

/** Without its charter, the sentences use general words instead of the city's. */
type Named = Pick<ProposalRow, 'programme'> & Partial<Pick<Proposal, 'charter'>>

/** Returns the programme's decisions that do not adopt, as 「不採択」や「保留」. */
export function nonAdoptions({ charter, programme }: Named): string {
  if (!charter) return '採択でない決定'
  const others = offeredDecisions(charter, programme).filter((one) => !isAdopted(one))
  return others.map((one) => `「${decisionLabel(charter, programme, one)}」`).join('や')
}

/** Returns why an adoption from which something began stays, and what to do instead. */
export function whyAdoptionStays(one: Named): string {
  const begun = `${one.charter ? word(one.charter, 'agreement') : '取り決め'}や事業`
  const others = nonAdoptions(one)
  const cannot = others ? `決定を取り消すことも、${others}に訂正することもできません` : '決定を取り消すことはできません'
  return `この提案から${begun}が始まっているため、${cannot}。やめるときは、${begun}のページで、取りやめの手続きをしてください。`
}
