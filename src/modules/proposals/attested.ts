import { attested, sha256Of } from '../../platform/record/attested.ts'

/** The text as it stood at each submission and revision. */
export const versions = attested({
  name: 'proposal.versions',
  label: '提案の文面',
  rows: `select city_id, proposal_id as id, jsonb_object_agg(version, jsonb_build_object(
      'title', ${sha256Of('title')}, 'contents', ${sha256Of('contents::text')})) as value
    from public.proposal_versions group by city_id, proposal_id`,
  grows: true,
  words: { title: '題名', contents: '内容' },
})

/** The decision as it is now. */
export const decision = attested({
  name: 'proposal.decision',
  label: '提案の決定',
  rows: `select city_id, id, jsonb_build_object('decision', decision, 'decided_on', decided_on,
      'reasons', ${sha256Of('reasons')}, 'conditions', ${sha256Of('conditions')}) as value
    from public.proposals where decision is not null`,
  words: { decision: '決定', decided_on: '決定した日', reasons: '理由', conditions: '条件' },
})

/** Every decision that was ever made, by its id. */
export const decisions = attested({
  name: 'proposal.decisions',
  label: '提案のこれまでの決定',
  rows: `select d.city_id, d.proposal_id as id, jsonb_object_agg(d.id, jsonb_build_object('decision', d.decision,
      'decided_on', d.decided_on, 'reasons', ${sha256Of('d.reasons')}, 'conditions', ${sha256Of('d.conditions')},
      'letter', d.letter_year || '-' || d.letter_number, 'corrects', d.corrects)) as value
    from public.proposal_decisions d group by d.city_id, d.proposal_id`,
  grows: true,
  words: {
    decision: '決定',
    decided_on: '決定した日',
    reasons: '理由',
    conditions: '条件',
    letter: '通知書の番号',
    corrects: '訂正した決定',
  },
})

/** Every annulment, by the id of the decision that was taken back. */
export const annulments = attested({
  name: 'proposal.annulments',
  label: '提案の決定の取消し',
  rows: `select city_id, proposal_id as id, jsonb_object_agg(decision_id, jsonb_build_object(
      'reason', ${sha256Of('reason')}, 'letter', letter_year || '-' || letter_number)) as value
    from public.proposal_annulments group by city_id, proposal_id`,
  grows: true,
  words: { reason: '理由', letter: '通知書の番号' },
})

/** The decision as everyone may read it. */
export const publicDecision = attested({
  name: 'proposal.public-decision',
  label: '公表した決定',
  rows: `select city_id, id, to_jsonb(${sha256Of('public_decision::text')}) as value
    from public.proposals where public_decision is not null`,
})

/** Everything that a proposal's entries attest. */
export const attests = [versions, decision, decisions, annulments, publicDecision] as const
