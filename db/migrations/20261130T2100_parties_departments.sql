-- A department or ward begins and ends with the city's organisation; its work goes on with another.
alter table public.parties add column starts_on date, add column ends_on date;
alter table public.parties add check (ends_on is null or is_city);

-- A name that a department had, until its last day.
create table public.party_names (
  city_id int not null,
  party_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  kana text not null default '',
  until_on date not null,
  primary key (city_id, party_id, until_on),
  foreign key (city_id, party_id) references public.parties (city_id, id)
);
select public.city_table('party_names');

-- A change of the city's organisation: entered by the section, done on its day, or dropped before.
create table public.department_changes (
  city_id int not null,
  id uuid not null,
  party_id uuid not null,
  kind text not null check (kind in ('rename', 'end')),
  -- The first day of the new name, or the first day without the department.
  on_day date not null,
  name text not null default '',
  kana text not null default '',
  -- Who goes on with its work: the first takes over what is open.
  successors uuid[] not null default '{}',
  entered_at timestamptz not null,
  done_at timestamptz,
  dropped_at timestamptz,
  primary key (city_id, id),
  foreign key (city_id, party_id) references public.parties (city_id, id),
  check (done_at is null or dropped_at is null),
  check ((kind = 'rename') = (name <> ''))
);
create unique index department_changes_planned on public.department_changes (city_id, party_id)
  where done_at is null and dropped_at is null;
select public.city_table('department_changes');

select public.published_rows('party_names', 'true');
select public.published_rows('department_changes', 'done_at is not null');
