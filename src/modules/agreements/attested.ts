import { attested, sha256Of } from '../../platform/record/attested.ts'

/** Every exact text that was offered for signature. */
export const texts = attested({
  name: 'agreement.texts',
  label: '取り決めの文面',
  rows: `select city_id, agreement_id as id, jsonb_object_agg(version, jsonb_build_object(
      'digest', digest, 'text', ${sha256Of('text::text')})) as value
    from public.agreement_versions group by city_id, agreement_id`,
  grows: true,
  words: { digest: '照合番号', text: '文面' },
})

/** Every signature, by version and party. */
export const signatures = attested({
  name: 'agreement.signatures',
  label: '取り決めの署名',
  rows: `select city_id, agreement_id as id, jsonb_object_agg(version || '/' || party_id, jsonb_build_object(
      'person_id', person_id, 'signer_name', signer_name, 'digest', digest, 'signed_on', signed_on, 'channel', channel,
      'entered_by', entered_by)) as value
    from public.signatures group by city_id, agreement_id`,
  grows: true,
  words: {
    person_id: '署名した人',
    signer_name: '署名者の名前',
    digest: '照合番号',
    signed_on: '署名した日',
    channel: '署名の方法',
    entered_by: '入力した職員',
  },
})

/** The version in force with its term, and the day it ended. */
export const term = attested({
  name: 'agreement.term',
  label: '取り決めの期間',
  rows: `select city_id, id, jsonb_build_object('version', version, 'title', title, 'starts_on', starts_on,
      'ends_on', ends_on, 'sunset_on', sunset_on, 'ended_on', ended_on) as value
    from public.agreements where version is not null or ended_on is not null`,
  words: {
    version: '効力のある版',
    title: '題名',
    starts_on: '始まる日',
    ends_on: '終わる日',
    sunset_on: '見直しの日',
    ended_on: '終えた日',
  },
})

/** Everything that an agreement's entries attest. */
export const attests = [texts, signatures, term] as const
