-- A file that belongs to something: what it holds is stored under its hash, its name and rights stand here.
create table public.files (
  city_id int not null,
  id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  name text not null check (length(name) between 1 and 200),
  type text not null,
  bytes bigint not null check (bytes >= 0),
  subject_kind text not null,
  subject_id uuid not null,
  purpose text not null,
  position int not null default 0,
  added_at timestamptz not null,
  added_by uuid,
  published_at timestamptz,
  primary key (city_id, id)
);
create index files_by_subject on public.files (city_id, subject_kind, subject_id, position);
create index files_by_hash on public.files (city_id, sha256);
select public.city_table('files');
select public.published_rows('files', 'published_at is not null');

-- Which stored contents anything still stands on, in any city: for the sweep of orphans. Hashes alone.
create function house.files_in_use(hashes text[]) returns setof text language sql stable security definer
  set search_path = pg_catalog as $$
  select distinct sha256 from public.files where sha256 = any (hashes)
$$;
revoke all on function house.files_in_use(text[]) from public;
grant execute on function house.files_in_use(text[]) to tomoni_house;
