-- One version of a city's charter, as applied; never changed, since what was made under it keeps it.
create table public.charters (
  city_id int not null,
  id uuid not null,
  version text not null,
  in_force_on date not null,
  digest text not null,
  document jsonb not null,
  applied_at timestamptz not null,
  applied_by uuid,
  primary key (city_id, id),
  unique (city_id, version)
);
select public.append_only_city_table('charters');
select public.published_rows('charters', 'true');
