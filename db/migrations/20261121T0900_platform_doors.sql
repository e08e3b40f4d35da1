-- The doors: three roles that serve requests, one that owns the published views, and the functions every later migration calls.
do $$
declare r text;
begin
  foreach r in array array['tomoni_app', 'tomoni_public', 'tomoni_house', 'tomoni_publisher'] loop
    if not exists (select from pg_roles where rolname = r) then
      execute format('create role %I nologin', r);
    end if;
    if not pg_has_role(current_user, r, 'member') then
      execute format('grant %I to %I', r, current_user);
    end if;
  end loop;
end $$;

create schema house;
create schema published;
grant usage on schema house to tomoni_house;
grant usage on schema published to tomoni_public, tomoni_app;
grant usage on schema public to tomoni_app, tomoni_publisher;
grant usage, create on schema published to tomoni_publisher;
revoke create on schema public from public;

-- Names sort by reading order, with one rule on every PostgreSQL (the predefined ja-x-icu is missing in the embedded one).
create collation public.ja (provider = icu, locale = 'ja');

-- A city's table: one city per transaction, for the application; everything, for the owner's own migrations.
create function public.city_table(name text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format($f$create policy city on %I to tomoni_app
    using (city_id = nullif(current_setting('app.city', true), '')::int)
    with check (city_id = nullif(current_setting('app.city', true), '')::int)$f$, name);
  execute format('create policy owner on %I to %I using (true) with check (true)', name, current_user);
  execute format('grant select, insert, update, delete on %I to tomoni_app', name);
end $$;

-- A city's table that only ever grows.
create function public.append_only_city_table(name text) returns void language plpgsql as $$
begin
  perform public.city_table(name);
  execute format('revoke update, delete on %I from tomoni_app', name);
end $$;

-- Lets the published views read the rows that the condition names, and no others.
create function public.published_rows(name text, condition text) returns void language plpgsql as $$
begin
  execute format('create policy published on %I for select to tomoni_publisher using (%s)', name, condition);
  execute format('grant select on %I to tomoni_publisher', name);
end $$;

-- A view of the schema published: owned by the publisher, readable by the public door and the city door.
create function public.publish_view(name text) returns void language plpgsql as $$
begin
  execute format('alter view published.%I owner to tomoni_publisher', name);
  execute format('grant select on published.%I to tomoni_public, tomoni_app', name);
end $$;

create table public.number_counters (
  city_id int not null,
  kind text not null,
  fiscal_year int not null,
  last int not null check (last > 0),
  primary key (city_id, kind, fiscal_year)
);
select public.city_table('number_counters');
