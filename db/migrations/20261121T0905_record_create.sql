-- The record: what happened, in one chain per city. The header is chained; the payload and its salt stand apart, so that
-- personal data can be erased without breaking the chain.
create table public.record_entries (
  city_id int not null,
  id uuid not null,
  seq int not null,
  at timestamptz not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  account_id uuid,
  party_id uuid,
  channel text not null check (channel in ('web', 'paper', 'phone', 'counter', 'system')),
  entered_by uuid,
  digest text not null,
  prev_hash text not null,
  hash text not null,
  primary key (city_id, id),
  unique (city_id, seq)
);
create index record_entries_subject on public.record_entries (city_id, subject_kind, subject_id, seq);
select public.append_only_city_table('record_entries');

create table public.record_payloads (
  city_id int not null,
  entry_id uuid not null,
  salt text not null,
  names jsonb not null,
  payload jsonb not null,
  primary key (city_id, entry_id),
  foreign key (city_id, entry_id) references public.record_entries (city_id, id)
);
select public.append_only_city_table('record_payloads');
grant delete on public.record_payloads to tomoni_app;

create table public.record_heads (
  city_id int primary key,
  seq int not null,
  hash text not null
);
select public.city_table('record_heads');

-- The installation's own chain: what happens outside every city (accounts, invitations, cities, charters applied).
create table house.record_entries (
  id uuid primary key,
  seq int not null unique,
  at timestamptz not null,
  kind text not null,
  subject_kind text not null,
  subject_id text not null,
  account_id uuid,
  digest text not null,
  prev_hash text not null,
  hash text not null
);
create table house.record_payloads (
  entry_id uuid primary key references house.record_entries (id),
  salt text not null,
  payload jsonb not null
);
create table house.record_heads (one boolean primary key default true check (one), seq int not null, hash text not null);
grant select, insert on house.record_entries to tomoni_house;
grant select, insert, delete on house.record_payloads to tomoni_house;
grant select, insert, update on house.record_heads to tomoni_house;

-- What is to happen later: written with the change itself, carried to the queue by the dispatcher.
create table public.outbox (
  city_id int not null,
  id uuid not null,
  job text not null,
  payload jsonb not null,
  run_at timestamptz not null,
  created_at timestamptz not null,
  taken_at timestamptz,
  done_at timestamptz,
  failed_at timestamptz,
  attempts int not null default 0,
  error text,
  primary key (city_id, id)
);
create index outbox_waiting on public.outbox (city_id, run_at) where done_at is null and failed_at is null;
select public.city_table('outbox');

-- A form that was sent: sending it again gives the first result (kept seven days).
create table public.form_sendings (
  city_id int not null,
  key uuid not null,
  sender text not null,
  route text not null,
  body_hash text not null,
  location text,
  sent_at timestamptz not null,
  primary key (city_id, sender, key)
);
select public.city_table('form_sendings');
