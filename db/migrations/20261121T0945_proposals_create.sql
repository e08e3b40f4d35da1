-- A proposal, from the first word of its draft to what became of it.
create table public.proposals (
  city_id int not null,
  id uuid not null,
  state text not null check (state in
    ('draft', 'submitted', 'returned', 'accepted', 'in_talks', 'under_review', 'decided', 'withdrawn', 'declined')),
  party_id uuid not null,
  party_name text not null,
  programme text not null,
  track text not null,
  theme text,
  call_id uuid,
  charter_id uuid not null,
  title text not null default '' check (length(title) <= 200),
  contents jsonb not null default '{}',
  department_id uuid,
  revision int not null default 1,
  channel text not null check (channel in ('web', 'paper', 'phone', 'counter', 'system')),
  entered_by uuid,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  state_since timestamptz not null,
  fiscal_year int,
  number int,
  submitted_at timestamptz,
  received_on date,
  correction text not null default '',
  correct_by date,
  decision text check (decision in ('adopted', 'conditionally_adopted', 'not_adopted', 'deferred')),
  reasons text not null default '',
  conditions text not null default '',
  decided_on date,
  letter_year int,
  letter_number int,
  released_on date,
  withdrawal text not null default '',
  public_summary text not null default '',
  public_contents jsonb not null default '[]',
  published_at timestamptz,
  primary key (city_id, id),
  unique (city_id, fiscal_year, number),
  unique (city_id, letter_year, letter_number),
  foreign key (city_id, party_id) references public.parties (city_id, id),
  foreign key (city_id, department_id) references public.parties (city_id, id),
  foreign key (city_id, charter_id) references public.charters (city_id, id),
  foreign key (city_id, call_id) references public.calls (city_id, id),
  check ((number is null) = (fiscal_year is null)),
  check (state = 'draft' or state = 'withdrawn' or number is not null),
  check (decision is null or decided_on is not null),
  check (published_at is null or decision is not null)
);
create index proposals_newest on public.proposals (city_id, submitted_at desc, id desc) where submitted_at is not null;
create index proposals_by_state on public.proposals (city_id, state, submitted_at desc, id desc);
create index proposals_by_party on public.proposals (city_id, party_id, saved_at desc);
create index proposals_by_department on public.proposals (city_id, department_id) where department_id is not null;
create index proposals_published on public.proposals (city_id, published_at desc, id desc) where published_at is not null;
select public.city_table('proposals');
select public.published_rows('proposals', 'published_at is not null');

-- The text as it stood at each submission and after each joint revision; never changed.
create table public.proposal_versions (
  city_id int not null,
  id uuid not null,
  proposal_id uuid not null,
  version int not null,
  title text not null,
  contents jsonb not null,
  at timestamptz not null,
  written_by text not null,
  primary key (city_id, id),
  unique (city_id, proposal_id, version),
  foreign key (city_id, proposal_id) references public.proposals (city_id, id)
);
select public.append_only_city_table('proposal_versions');

-- One word in the talks between the proposer and the city, or the notes of a meeting; never changed.
create table public.proposal_messages (
  city_id int not null,
  id uuid not null,
  proposal_id uuid not null,
  side text not null check (side in ('proposer', 'city')),
  kind text not null check (kind in ('message', 'meeting')),
  written_by text not null,
  stands_for text not null,
  account_id uuid,
  channel text not null check (channel in ('web', 'paper', 'phone', 'counter', 'system')),
  met_on date,
  text text not null check (length(text) between 1 and 8000),
  at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, proposal_id) references public.proposals (city_id, id)
);
create index proposal_messages_thread on public.proposal_messages (city_id, proposal_id, at, id);
select public.append_only_city_table('proposal_messages');

-- Every decision with its reasons, the deferred ones too; the proposal's row holds the latest.
create table public.proposal_decisions (
  city_id int not null,
  id uuid not null,
  proposal_id uuid not null,
  decision text not null check (decision in ('adopted', 'conditionally_adopted', 'not_adopted', 'deferred')),
  reasons text not null,
  conditions text not null default '',
  decided_on date not null,
  letter_year int not null,
  letter_number int not null,
  at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, proposal_id) references public.proposals (city_id, id)
);
create index proposal_decisions_of on public.proposal_decisions (city_id, proposal_id, at);
select public.append_only_city_table('proposal_decisions');
