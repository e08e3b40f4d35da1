-- The evaluation of one project's year: each side alone, then opened, talked over, published. It holds no answer itself.
create table public.evaluations (
  city_id int not null,
  id uuid not null,
  project_id uuid not null,
  year int not null,
  state text not null check (state in ('answering', 'opened', 'talked', 'decided')),
  charter_id uuid not null,
  due_on date not null,
  begun_at timestamptz not null,
  opened_at timestamptz,
  closed_at timestamptz,
  closing_reason text not null default '',
  talked_on date,
  talk_people text not null default '',
  talk_agreed text not null default '',
  talk_notes jsonb not null default '{}',
  committee_on date,
  state_since timestamptz not null,
  revision int not null default 1,
  release_note text not null default '',
  public_copy jsonb,
  published_at timestamptz,
  primary key (city_id, id),
  unique (city_id, project_id, year),
  foreign key (city_id, project_id) references public.projects (city_id, id),
  foreign key (city_id, charter_id) references public.charters (city_id, id),
  check ((state = 'answering') = (opened_at is null)),
  check (closed_at is null or opened_at is not null),
  check (published_at is null or (opened_at is not null and public_copy is not null))
);
create index evaluations_by_state on public.evaluations (city_id, state, due_on);
create index evaluations_published on public.evaluations (city_id, published_at desc, id desc) where published_at is not null;
select public.city_table('evaluations');
select public.published_rows('evaluations', 'published_at is not null and exists (select 1 from public.projects p
  where p.city_id = evaluations.city_id and p.id = evaluations.project_id and p.published_at is not null)');

-- One awaited answer: a party alone, or the parties that answer together as a side. That it came is no secret.
create table public.evaluation_seats (
  city_id int not null,
  id uuid not null,
  evaluation_id uuid not null,
  position int not null,
  side text not null,
  name text not null,
  party_ids uuid[] not null,
  is_city boolean not null,
  outside boolean not null default false,
  required boolean not null,
  answered_at timestamptz,
  late boolean not null default false,
  answered_by uuid,
  entered_by uuid,
  channel text check (channel in ('web', 'paper', 'phone', 'counter', 'system')),
  reminded_on date,
  consented_at timestamptz,
  primary key (city_id, id),
  unique (city_id, evaluation_id, position),
  foreign key (city_id, evaluation_id) references public.evaluations (city_id, id)
);
create index evaluation_seats_waiting on public.evaluation_seats (city_id, evaluation_id) where answered_at is null;
select public.city_table('evaluation_seats');

-- What one seat answered to one question. Until the evaluation is opened no transaction of the application can read a row of
-- it, but one that has said which seat it writes for: the promise that nobody sees the other side's answer first does not
-- rest on remembering a condition.
create table public.evaluation_answers (
  city_id int not null,
  id uuid not null,
  evaluation_id uuid not null,
  seat_id uuid not null,
  phase text not null,
  question text not null,
  mark text,
  value int,
  words text not null default '',
  primary key (city_id, id),
  unique (city_id, seat_id, phase, question),
  foreign key (city_id, evaluation_id) references public.evaluations (city_id, id),
  foreign key (city_id, seat_id) references public.evaluation_seats (city_id, id)
);
create index evaluation_answers_of on public.evaluation_answers (city_id, evaluation_id);
select public.city_table('evaluation_answers');
create policy blind on public.evaluation_answers as restrictive for select to tomoni_app using (
  seat_id = nullif(current_setting('app.seat', true), '')::uuid
  or exists (select 1 from public.evaluations e where e.city_id = evaluation_answers.city_id
    and e.id = evaluation_answers.evaluation_id and e.opened_at is not null));
