-- A call: from which day to which day a programme (or one of its tracks) takes proposals in a fiscal year.
create table public.calls (
  city_id int not null,
  id uuid not null,
  programme text not null,
  track text,
  fiscal_year int not null,
  opens_on date not null,
  closes_on date not null,
  note text not null default '',
  revision int not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  published_at timestamptz,
  primary key (city_id, id),
  check (closes_on >= opens_on)
);
create unique index calls_once on public.calls (city_id, programme, fiscal_year, coalesce(track, ''), opens_on);
select public.city_table('calls');
select public.published_rows('calls', 'published_at is not null');
