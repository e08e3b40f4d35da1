-- What is to happen later outside every city (a sign-in link, an invitation): the house's own outbox.
create table house.outbox (
  id uuid primary key,
  job text not null,
  payload jsonb not null,
  run_at timestamptz not null,
  created_at timestamptz not null,
  taken_at timestamptz,
  done_at timestamptz,
  failed_at timestamptz,
  attempts int not null default 0,
  error text
);
create index outbox_waiting on house.outbox (run_at) where done_at is null and failed_at is null;
grant select, insert, update, delete on house.outbox to tomoni_house;

-- In which cities something waits: their numbers, nothing else, so that nobody must look into each city in turn.
create function house.cities_with_work(at timestamptz) returns setof int language sql stable security definer
  set search_path = pg_catalog as $$
  select distinct city_id from public.outbox
  where done_at is null and failed_at is null and taken_at is null and run_at <= at
$$;
revoke all on function house.cities_with_work(timestamptz) from public;
grant execute on function house.cities_with_work(timestamptz) to tomoni_house;

-- Mails of a city, written with the change they tell of; the worker sends them.
create table public.mails (
  city_id int not null,
  id uuid not null,
  to_address text not null,
  subject text not null,
  body text not null,
  about_kind text not null,
  about_id uuid,
  queued_at timestamptz not null,
  sent_at timestamptz,
  failed_at timestamptz,
  primary key (city_id, id)
);
create index mails_newest on public.mails (city_id, queued_at desc);
select public.city_table('mails');

-- Mails of the house carry links that sign in: their text is sealed, and gone once it was sent.
create table house.mails (
  id uuid primary key,
  to_address text not null,
  subject text not null,
  sealed_body text not null,
  about_kind text not null,
  queued_at timestamptz not null,
  sent_at timestamptz,
  failed_at timestamptz
);
create index mails_newest on house.mails (queued_at desc);
grant select, insert, update, delete on house.mails to tomoni_house;
