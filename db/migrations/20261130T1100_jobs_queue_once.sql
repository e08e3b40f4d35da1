-- What is due is run from the outbox itself. The queue beside it goes; all it carried are rows of an outbox, and stay.
drop schema if exists pgboss cascade;

-- Up to when the hours of timed jobs were looked at: whoever puts it forward puts the jobs off in the same transaction,
-- so that each hour strikes once for all processes, and one that nobody was there to hear strikes later.
create table house.clock (
  one boolean primary key default true check (one),
  struck_until timestamptz not null
);
insert into house.clock (struck_until) values (now());
grant select, update on house.clock to tomoni_house;

-- In which cities something waits, those with urgent work first, the others in no order, so that none is always the last.
-- A process of the version before finds its function gone and takes nothing that it could not run.
drop function house.cities_with_work(timestamptz);
create function house.cities_with_work(at timestamptz, urgent text[]) returns setof int language sql security definer
  set search_path = pg_catalog as $$
  select city_id from public.outbox
  where done_at is null and failed_at is null and run_at <= at and (taken_at is null or taken_at < at - interval '15 minutes')
  group by city_id order by bool_or(job = any (urgent)) desc, random()
$$;
revoke all on function house.cities_with_work(timestamptz, text[]) from public;
grant execute on function house.cities_with_work(timestamptz, text[]) to tomoni_house;

-- The hour of a timed job has come in every city. The house can write nothing else into their outboxes.
create function house.put_off_in_cities(timed text, row_id uuid, at timestamptz) returns void language sql security definer
  set search_path = pg_catalog as $$
  insert into public.outbox (city_id, id, job, payload, run_at, created_at)
  select c.id, row_id, 'timed ' || timed, '{}', at, at from house.cities c
$$;
revoke all on function house.put_off_in_cities(text, uuid, timestamptz) from public;
grant execute on function house.put_off_in_cities(text, uuid, timestamptz) to tomoni_house;
