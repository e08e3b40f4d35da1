-- What was said on proposals is kept with all other talks, under the ids that its files name.
insert into public.messages
  (city_id, id, subject_kind, subject_id, audience, side, kind, written_by, stands_for, account_id, channel, met_on, text, at)
  select city_id, id, 'proposal', proposal_id, 'parties', side, kind, written_by, stands_for, account_id, channel,
    case when kind = 'meeting' then coalesce(met_on, (at at time zone 'Asia/Tokyo')::date) end, text, at
  from public.proposal_messages;
drop table public.proposal_messages;
