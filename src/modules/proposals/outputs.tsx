import type { EventSpec } from '../../platform/module.ts'
import type { Entry } from '../../platform/record/index.ts'

/** What happened to a proposal, in one sentence each, and who may read it. */
export const events: Record<string, EventSpec> = {
  'proposal.started': { says: () => '提案を書き始めました', audience: 'parties' },
  'proposal.submitted': {
    says: ({ again }) => (again ? '補正した提案を提出しました' : '提案を提出しました'),
    audience: 'public',
  },
  'proposal.returned': { says: () => '市が補正を求めました', audience: 'parties' },
  'proposal.accepted': { says: () => '市が提案を受理しました', audience: 'public' },
  'proposal.assigned': { says: ({ department }) => `担当が${department}になりました`, audience: 'parties' },
  'proposal.talks-opened': { says: () => '団体と市の話し合いが始まりました', audience: 'public' },
  'proposal.message-written': { says: () => '話し合いのメッセージが届きました', audience: 'parties' },
  'proposal.met': { says: () => '話し合いの記録を残しました', audience: 'parties' },
  'proposal.revised': { says: () => '話し合いをふまえて、提案の内容を改めました', audience: 'parties' },
  'proposal.review-began': { says: () => '審査が始まりました', audience: 'public' },
  'proposal.decided': {
    says: ({ decision }) => `市が${decided[String(decision)] ?? ''}を決定しました`,
    audience: 'public',
  },
  'proposal.review-resumed': { says: () => '審査を再開しました', audience: 'parties' },
  'proposal.released': { says: () => '決定の内容を公表しました', audience: 'public' },
  'proposal.withheld': { says: () => '公表を取りやめました', audience: 'parties' },
  'proposal.withdrawn': { says: () => '団体が提案を取り下げました', audience: 'public' },
  'proposal.declined': { says: () => '団体が採択を辞退しました', audience: 'public' },
}

const decided: Record<string, string> = {
  adopted: '採択',
  conditionally_adopted: '条件付採択',
  not_adopted: '不採択',
  deferred: '保留',
}

/** An entry in words. */
export const entrySays = (entry: Pick<Entry, 'kind' | 'payload'>): string =>
  events[entry.kind]?.says(entry.payload) ?? ''
