-- What may be found and filtered by everyone: a row per published page. It stands in `published` without row-level
-- security, because policies switch off GIN indexes; so it is written only through these two functions, which look at
-- the city of the door.
create table published.search (
  city_id int not null,
  kind text not null,
  id uuid not null,
  ref text not null,
  title text not null,
  folded text not null,
  grams text[] not null,
  facets text[] not null,
  shown jsonb not null,
  at timestamptz not null,
  primary key (city_id, kind, id)
);
create index search_newest on published.search (city_id, kind, at desc, id desc);
create index search_newest_of_all on published.search (kind, at desc, id desc);
create index search_grams on published.search using gin (grams);
create index search_facets on published.search using gin (facets);
grant select on published.search to tomoni_public, tomoni_app;

create function published.put_search(_kind text, _id uuid, _ref text, _title text, _folded text, _grams text[], _facets text[], _shown jsonb, _at timestamptz)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare _city int := nullif(current_setting('app.city', true), '')::int;
begin
  if _city is null then raise exception 'published.put_search needs a city door'; end if;
  insert into published.search as s (city_id, kind, id, ref, title, folded, grams, facets, shown, at)
    values (_city, _kind, _id, _ref, _title, _folded, _grams, _facets, _shown, _at)
    on conflict (city_id, kind, id) do update
      set ref = _ref, title = _title, folded = _folded, grams = _grams, facets = _facets, shown = _shown, at = _at;
end $$;

create function published.drop_search(_kind text, _id uuid)
returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare _city int := nullif(current_setting('app.city', true), '')::int;
begin
  if _city is null then raise exception 'published.drop_search needs a city door'; end if;
  delete from published.search where city_id = _city and kind = _kind and id = _id;
end $$;
revoke all on function published.put_search(text, uuid, text, text, text, text[], text[], jsonb, timestamptz) from public;
revoke all on function published.drop_search(text, uuid) from public;
grant execute on function published.put_search(text, uuid, text, text, text, text[], text[], jsonb, timestamptz) to tomoni_app;
grant execute on function published.drop_search(text, uuid) to tomoni_app;
