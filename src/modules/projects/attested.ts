import { attested, sha256Of } from '../../platform/record/attested.ts'

/** The planned amount, and each party's share by its id. */
export const budget = attested({
  name: 'project.budget',
  label: '事業の予算',
  rows: `select p.city_id, p.id, jsonb_build_object('budget_yen', p.budget_yen, 'shares', (
      select jsonb_object_agg(s.party_id, s.money_yen) from public.project_parties s
      where s.city_id = p.city_id and s.project_id = p.id)) as value
    from public.projects p`,
  words: { budget_yen: '予算額', shares: '出し合う金額' },
})

/** The settled amount. */
export const settlement = attested({
  name: 'project.settlement',
  label: '事業の決算',
  rows: `select city_id, id, jsonb_build_object('actual_yen', actual_yen) as value from public.projects`,
  words: { actual_yen: '決算額' },
})

/** The decision on the project's future, as it is now. */
export const decision = attested({
  name: 'project.decision',
  label: '事業のこれからの決定',
  rows: `select city_id, id, jsonb_build_object(
      'decision', decision, 'decided_on', decided_on, 'reasons', ${sha256Of('decision_reasons')}) as value
    from public.projects where decision is not null`,
  words: { decision: '決定', decided_on: '決めた日', reasons: '理由' },
})

/** Former decisions, by their ids. */
export const pastDecisions = attested({
  name: 'project.past-decisions',
  label: '事業の前の決定',
  rows: `select city_id, project_id as id, jsonb_object_agg(id, jsonb_build_object('decision', decision,
      'decided_on', decided_on, 'reasons', ${sha256Of('reasons')}, 'ended_by', ended_by, 'ended_on', ended_on,
      'because', ${sha256Of('because')})) as value
    from public.project_past_decisions group by city_id, project_id`,
  grows: true,
  words: {
    decision: '決定',
    decided_on: '決めた日',
    reasons: '理由',
    ended_by: '訂正か取消しか',
    ended_on: '訂正・取消しの日',
    because: '訂正・取消しの理由',
  },
})

/** Everything that a project's entries attest. */
export const attests = [budget, settlement, decision, pastDecisions] as const
