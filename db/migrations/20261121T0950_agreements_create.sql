-- An agreement of two parties or more, from its draft to its end. What was signed stands in its versions.
create table public.agreements (
  city_id int not null,
  id uuid not null,
  state text not null check (state in ('draft', 'offered', 'in_force', 'ended', 'terminated')),
  charter_id uuid not null,
  kind text not null,
  form text,
  proposal_id uuid,
  title text not null check (length(title) between 1 and 200),
  draft jsonb,
  revision int not null default 1,
  version int check (version > 0),
  offered_version int check (offered_version > 0),
  fiscal_year int,
  number int,
  starts_on date,
  ends_on date,
  sunset_on date,
  channel text not null check (channel in ('web', 'paper', 'phone', 'counter', 'system')),
  entered_by uuid,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  state_since timestamptz not null,
  offered_at timestamptz,
  in_force_at timestamptz,
  ended_on date,
  termination text not null default '',
  withheld jsonb not null default '[]',
  published_version int,
  published_text jsonb,
  published_signatures jsonb,
  published_at timestamptz,
  primary key (city_id, id),
  unique (city_id, fiscal_year, number),
  foreign key (city_id, charter_id) references public.charters (city_id, id),
  foreign key (city_id, proposal_id) references public.proposals (city_id, id),
  check ((number is null) = (fiscal_year is null)),
  check (state <> 'draft' or (draft is not null and version is null and offered_version is null)),
  check (state <> 'offered' or (offered_version is not null and version is null and number is not null)),
  check (state not in ('in_force', 'ended') or (version is not null and in_force_at is not null)),
  check (ends_on is null or starts_on <= ends_on),
  check (published_at is null or (published_version is not null and published_text is not null and number is not null))
);
create index agreements_newest on public.agreements (city_id, saved_at desc, id desc);
create index agreements_by_state on public.agreements (city_id, state, saved_at desc, id desc);
create index agreements_waiting on public.agreements (city_id, offered_at) where offered_version is not null;
create index agreements_running_out on public.agreements (city_id, ends_on) where state = 'in_force';
create index agreements_by_proposal on public.agreements (city_id, proposal_id) where proposal_id is not null;
create index agreements_published on public.agreements (city_id, published_at desc, id desc) where published_at is not null;
select public.city_table('agreements');
select public.published_rows('agreements', 'published_at is not null');

-- The exact text as it was offered, with its digest; never changed.
create table public.agreement_versions (
  city_id int not null,
  id uuid not null,
  agreement_id uuid not null,
  version int not null check (version > 0),
  text jsonb not null,
  typed jsonb not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  note text not null default '',
  made_at timestamptz not null,
  made_by text not null,
  primary key (city_id, id),
  unique (city_id, agreement_id, version),
  foreign key (city_id, agreement_id) references public.agreements (city_id, id)
);
select public.append_only_city_table('agreement_versions');

-- Who is named in the draft (version 0) or in a version, in order: 甲, 乙, 丙.
create table public.agreement_parties (
  city_id int not null,
  id uuid not null,
  agreement_id uuid not null,
  version int not null check (version >= 0),
  position int not null check (position between 0 and 49),
  party_id uuid not null,
  primary key (city_id, id),
  unique (city_id, agreement_id, version, party_id),
  unique (city_id, agreement_id, version, position),
  foreign key (city_id, agreement_id) references public.agreements (city_id, id),
  foreign key (city_id, party_id) references public.parties (city_id, id)
);
create index agreement_parties_of on public.agreement_parties (city_id, party_id, agreement_id);
select public.city_table('agreement_parties');

-- One party's signature under one version, by its signatory; never changed, and no second one under the same text.
create table public.signatures (
  city_id int not null,
  id uuid not null,
  agreement_id uuid not null,
  version int not null,
  party_id uuid not null,
  person_id uuid not null,
  signer_name text not null,
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  signed_on date not null,
  signed_at timestamptz not null,
  channel text not null check (channel in ('web', 'paper')),
  entered_by uuid,
  primary key (city_id, id),
  unique (city_id, agreement_id, version, party_id),
  foreign key (city_id, agreement_id, version) references public.agreement_versions (city_id, agreement_id, version),
  foreign key (city_id, agreement_id, version, party_id)
    references public.agreement_parties (city_id, agreement_id, version, party_id),
  foreign key (city_id, person_id) references public.people (city_id, id),
  check ((channel = 'paper') = (entered_by is not null))
);
select public.append_only_city_table('signatures');
