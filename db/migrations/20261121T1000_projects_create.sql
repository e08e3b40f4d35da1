-- A collaboration project, from its plan to the decision on it. A list's lasting series has a row for each time it was renewed.
create table public.projects (
  city_id int not null,
  id uuid not null,
  state text not null check (state in ('planned', 'active', 'awaiting_evaluation', 'evaluated', 'decided')),
  charter_id uuid not null,
  fiscal_year int not null,
  number int not null check (number > 0),
  title text not null check (length(title) between 1 and 200),
  purpose text not null default '',
  summary text not null default '',
  beneficiaries text not null default '',
  place text not null default '',
  zone text,
  start_type text,
  forms text[] not null default '{}',
  fields text[] not null default '{}',
  wards text[] not null default '{}',
  fiscal_years int[] not null,
  starts_on date,
  ends_on date,
  sunset_on date,
  budget_yen bigint check (budget_yen >= 0),
  actual_yen bigint check (actual_yen >= 0),
  particulars jsonb not null default '{}',
  steps jsonb not null default '{}',
  programme text,
  department_id uuid,
  proposal_id uuid,
  agreement_id uuid,
  previous_id uuid,
  renewals int not null default 0 check (renewals >= 0),
  years_before int not null default 0 check (years_before >= 0),
  facts jsonb not null default '{}',
  started_on date,
  finished_on date,
  decision text check (decision in ('continue', 'improve', 'hand-over', 'end')),
  decision_reasons text not null default '',
  decided_on date,
  revision int not null default 1,
  channel text not null check (channel in ('web', 'paper', 'phone', 'counter', 'system')),
  entered_by uuid,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  state_since timestamptz not null,
  published_at timestamptz,
  primary key (city_id, id),
  unique (city_id, fiscal_year, number),
  foreign key (city_id, charter_id) references public.charters (city_id, id),
  foreign key (city_id, department_id) references public.parties (city_id, id),
  foreign key (city_id, proposal_id) references public.proposals (city_id, id),
  foreign key (city_id, agreement_id) references public.agreements (city_id, id),
  foreign key (city_id, previous_id) references public.projects (city_id, id),
  check (cardinality(fiscal_years) > 0),
  check (ends_on is null or starts_on is null or starts_on <= ends_on),
  check ((decision is null) = (decided_on is null)),
  check (state <> 'decided' or decision is not null)
);
create index projects_newest on public.projects (city_id, saved_at desc, id desc);
create index projects_by_state on public.projects (city_id, state, state_since desc, id desc);
create index projects_by_proposal on public.projects (city_id, proposal_id) where proposal_id is not null;
create index projects_by_agreement on public.projects (city_id, agreement_id) where agreement_id is not null;
create unique index projects_renewed_once on public.projects (city_id, previous_id) where previous_id is not null;
create index projects_published on public.projects (city_id, published_at desc, id desc) where published_at is not null;
select public.city_table('projects');
select public.published_rows('projects', 'published_at is not null');

-- What hangs on a project is public with it, without a second date that could be forgotten. The condition stands in each policy
-- and not in a function, because a function in a policy would run as whoever asks.

-- A party of a project in its order, with what it does and what it brings.
create table public.project_parties (
  city_id int not null,
  id uuid not null,
  project_id uuid not null,
  position int not null check (position between 0 and 99),
  party_id uuid not null,
  name text not null,
  kind text not null,
  unit text not null,
  is_city boolean not null,
  role text not null default '',
  does text not null default '',
  brings text not null default '',
  money_yen bigint check (money_yen >= 0),
  primary key (city_id, id),
  unique (city_id, project_id, party_id),
  foreign key (city_id, project_id) references public.projects (city_id, id),
  foreign key (city_id, party_id) references public.parties (city_id, id)
);
create index project_parties_of on public.project_parties (city_id, project_id, position);
create index project_parties_by_party on public.project_parties (city_id, party_id);
select public.city_table('project_parties');
select public.published_rows('project_parties', 'exists (select 1 from public.projects p
  where p.city_id = project_parties.city_id and p.id = project_parties.project_id and p.published_at is not null)');

-- What is to be reached, by when, and how far it was reached.
create table public.project_targets (
  city_id int not null,
  id uuid not null,
  project_id uuid not null,
  position int not null,
  indicator text not null,
  value text not null,
  unit text not null default '',
  by_on date,
  result text,
  result_note text not null default '',
  result_on date,
  primary key (city_id, id),
  foreign key (city_id, project_id) references public.projects (city_id, id)
);
create index project_targets_of on public.project_targets (city_id, project_id, position);
select public.city_table('project_targets');
select public.published_rows('project_targets', 'exists (select 1 from public.projects p
  where p.city_id = project_targets.city_id and p.id = project_targets.project_id and p.published_at is not null)');

-- A point on the way: what is to be done by when, and when it was.
create table public.project_milestones (
  city_id int not null,
  id uuid not null,
  project_id uuid not null,
  title text not null,
  due_on date not null,
  done_on date,
  primary key (city_id, id),
  foreign key (city_id, project_id) references public.projects (city_id, id)
);
create index project_milestones_of on public.project_milestones (city_id, project_id, due_on);
select public.city_table('project_milestones');
select public.published_rows('project_milestones', 'exists (select 1 from public.projects p
  where p.city_id = project_milestones.city_id and p.id = project_milestones.project_id and p.published_at is not null)');

-- What was done, or what was talked over and who was there.
create table public.project_reports (
  city_id int not null,
  id uuid not null,
  project_id uuid not null,
  kind text not null check (kind in ('activity', 'meeting')),
  held_on date not null,
  title text not null,
  text text not null,
  active_count int check (active_count >= 0),
  passive_count int check (passive_count >= 0),
  attended uuid[] not null default '{}',
  by_party_id uuid,
  by_name text not null,
  reported_at timestamptz not null,
  withheld_at timestamptz,
  primary key (city_id, id),
  foreign key (city_id, project_id) references public.projects (city_id, id)
);
create index project_reports_of on public.project_reports (city_id, project_id, held_on);
select public.city_table('project_reports');
select public.published_rows('project_reports', 'withheld_at is null and exists (select 1 from public.projects p
  where p.city_id = project_reports.city_id and p.id = project_reports.project_id and p.published_at is not null)');

-- What the project knows of a year's evaluation: that it was done, never what was answered.
create table public.project_evaluations (
  city_id int not null,
  id uuid not null,
  project_id uuid not null,
  year int not null,
  begun_on date not null,
  due_on date not null,
  awaited int not null check (awaited > 0),
  answered int not null default 0,
  opened_on date,
  closed_at_deadline boolean not null default false,
  talked_on date,
  published_on date,
  primary key (city_id, id),
  unique (city_id, project_id, year),
  foreign key (city_id, project_id) references public.projects (city_id, id)
);
select public.city_table('project_evaluations');
select public.published_rows('project_evaluations', 'exists (select 1 from public.projects p
  where p.city_id = project_evaluations.city_id and p.id = project_evaluations.project_id and p.published_at is not null)');
