-- One word in a thread, or the notes of a meeting, on whatever the people talk about; never changed.
create table public.messages (
  city_id int not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  -- Who reads it: the officers among themselves, both sides, or everyone.
  audience text not null check (audience in ('office', 'parties', 'everyone')),
  -- Whose word it is, in the words of the noun that it is about.
  side text not null,
  kind text not null check (kind in ('message', 'meeting')),
  written_by text not null,
  stands_for text not null,
  account_id uuid,
  channel text not null check (channel in ('web', 'paper', 'phone', 'counter', 'system')),
  met_on date,
  text text not null check (length(text) between 1 and 8000),
  at timestamptz not null,
  primary key (city_id, id),
  check ((kind = 'meeting') = (met_on is not null))
);
create index messages_thread on public.messages (city_id, subject_kind, subject_id, at, id);
select public.append_only_city_table('messages');
