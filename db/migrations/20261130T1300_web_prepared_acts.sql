-- Acts that one person has prepared and another has to confirm, with what was entered; each is settled once.
create table public.prepared_acts (
  city_id int not null,
  id uuid not null,
  act text not null,
  subject_kind text not null,
  subject_id uuid not null,
  title text not null,
  input jsonb not null,
  -- What the thing was when it was prepared: when that has changed, the preparation is void.
  seen text not null,
  acting_for uuid,
  prepared_by uuid not null,
  prepared_name text not null,
  prepared_at timestamptz not null,
  settled text check (settled in ('confirmed', 'dismissed')),
  settled_by uuid,
  settled_at timestamptz,
  primary key (city_id, id),
  check ((settled is null) = (settled_at is null))
);
create unique index prepared_acts_open on public.prepared_acts (city_id, act, subject_id) where settled is null;
select public.city_table('prepared_acts');
