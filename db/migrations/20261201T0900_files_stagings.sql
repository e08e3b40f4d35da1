-- Files that a person has sent and that are attached to nothing yet: they count against what one may store, for a week.
create table public.stagings (
  city_id int not null,
  account_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes >= 0),
  staged_at timestamptz not null,
  primary key (city_id, account_id, sha256)
);
create index stagings_by_age on public.stagings (city_id, staged_at);
select public.city_table('stagings');

-- How much a person, and a city, has stored.
create index files_by_sender on public.files (city_id, added_by) include (bytes);
