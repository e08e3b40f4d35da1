-- The queue is a library's: it makes and changes its own tables, in its own schema, as a role that has no other right.
do $$ begin
  if not exists (select from pg_roles where rolname = 'tomoni_jobs') then
    create role tomoni_jobs nologin;
  end if;
  if not pg_has_role(current_user, 'tomoni_jobs', 'member') then
    execute format('grant tomoni_jobs to %I', current_user);
  end if;
end $$;
create schema pgboss authorization tomoni_jobs;

-- Where in a city's record the house has read on, so that every reaction to an entry is put off once.
create table public.reaction_cursors (city_id int primary key, seq int not null);
select public.city_table('reaction_cursors');

-- Work that nobody finished within a quarter of an hour after it was taken is work again: its process was killed.
create or replace function house.cities_with_work(at timestamptz) returns setof int language sql stable security definer
  set search_path = pg_catalog as $$
  select distinct city_id from public.outbox
  where done_at is null and failed_at is null and run_at <= at and (taken_at is null or taken_at < at - interval '15 minutes')
$$;

-- Cities whose record has entries that were not read on yet: their numbers, nothing else.
create function house.cities_with_news() returns setof int language sql stable security definer
  set search_path = pg_catalog as $$
  select h.city_id from public.record_heads h left join public.reaction_cursors c on c.city_id = h.city_id
  where h.seq > coalesce(c.seq, 0)
$$;
revoke all on function house.cities_with_news() from public;
grant execute on function house.cities_with_news() to tomoni_house;
