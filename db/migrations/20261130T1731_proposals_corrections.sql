-- The day that the newest letter on the decision bears; a later letter quotes it.
alter table public.proposals add column letter_on date;
update public.proposals set letter_on = decided_on where letter_number is not null;

-- When an agreement or a project was begun from it, which rests on the decision since.
alter table public.proposals add column led_on_at timestamptz;
update public.proposals p set led_on_at = led.at
  from (select city_id, subject_id, min(at) as at from public.record_entries where kind = 'proposal.led-on' group by city_id, subject_id) led
  where led.city_id = p.city_id and led.subject_id = p.id;

-- The decision as everyone may read it: as it was released, with its correction or annulment since.
alter table public.proposals add column public_decision jsonb;
update public.proposals
  set public_decision = jsonb_build_object('decision', decision, 'reasons', reasons, 'conditions', conditions, 'decided_on', decided_on)
  where published_at is not null;
-- What was annulled is not decided, and stays where it was released, shown as annulled.
alter table public.proposals drop constraint proposals_check3;
alter table public.proposals add check (published_at is null or public_decision is not null);

-- A decision may correct the one before it, and says why.
alter table public.proposal_decisions add column corrects uuid, add column reason text not null default '';
alter table public.proposal_decisions add foreign key (city_id, corrects) references public.proposal_decisions (city_id, id);

-- One decision that was taken back, with the reason and the letter; never changed.
create table public.proposal_annulments (
  city_id int not null,
  id uuid not null,
  proposal_id uuid not null,
  decision_id uuid not null,
  reason text not null,
  letter_year int not null,
  letter_number int not null,
  at timestamptz not null,
  primary key (city_id, id),
  unique (city_id, decision_id),
  foreign key (city_id, proposal_id) references public.proposals (city_id, id),
  foreign key (city_id, decision_id) references public.proposal_decisions (city_id, id)
);
create index proposal_annulments_of on public.proposal_annulments (city_id, proposal_id);
select public.append_only_city_table('proposal_annulments');
