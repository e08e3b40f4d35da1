create table public.people (
  city_id int not null,
  id uuid not null,
  account_id uuid,
  name text not null check (length(name) between 1 and 100),
  kana text not null default '',
  email text,
  phone text,
  created_at timestamptz not null,
  primary key (city_id, id)
);
create unique index people_account on public.people (city_id, account_id) where account_id is not null;
select public.city_table('people');

create table public.parties (
  city_id int not null,
  id uuid not null,
  number int not null,
  kind text not null,
  is_city boolean not null default false,
  unit text not null default 'group' check (unit in ('group', 'person', 'city', 'department', 'ward')),
  parent_id uuid,
  ward text,
  name text not null check (length(name) between 1 and 200),
  kana text not null default '',
  purpose text not null default '',
  activity text not null default '',
  founded_on date,
  member_count int check (member_count >= 0),
  postal_code text not null default '',
  address text not null default '',
  phone text not null default '',
  email text not null default '',
  website text not null default '',
  revision int not null default 1,
  channel text not null default 'web',
  created_at timestamptz not null,
  published_at timestamptz,
  primary key (city_id, id),
  unique (city_id, number),
  foreign key (city_id, parent_id) references public.parties (city_id, id)
);
create index parties_by_name on public.parties (city_id, kana, name);
select public.city_table('parties');
select public.published_rows('parties', 'published_at is not null');

create table public.memberships (
  city_id int not null,
  id uuid not null,
  party_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('representative', 'secretary', 'signatory', 'member', 'officer')),
  starts_on date not null,
  ends_on date,
  primary key (city_id, id),
  foreign key (city_id, party_id) references public.parties (city_id, id),
  foreign key (city_id, person_id) references public.people (city_id, id)
);
create index memberships_by_party on public.memberships (city_id, party_id);
create index memberships_by_person on public.memberships (city_id, person_id);
select public.city_table('memberships');

create table public.posts (
  city_id int not null,
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('administrator', 'section', 'department', 'coordinator', 'reviewer')),
  department_id uuid,
  starts_on date not null,
  ends_on date,
  primary key (city_id, id),
  foreign key (city_id, person_id) references public.people (city_id, id),
  foreign key (city_id, department_id) references public.parties (city_id, id)
);
create index posts_by_person on public.posts (city_id, person_id);
select public.city_table('posts');
