-- A decision on a project that no longer stands: as it was, when and why it gave way to its correction or was annulled.
create table public.project_past_decisions (
  city_id int not null,
  id uuid not null,
  project_id uuid not null,
  decision text not null check (decision in ('continue', 'improve', 'hand-over', 'end')),
  reasons text not null,
  decided_on date not null,
  ended_by text not null check (ended_by in ('correction', 'annulment')),
  ended_on date not null,
  because text not null check (because <> ''),
  ended_at timestamptz not null,
  primary key (city_id, id),
  foreign key (city_id, project_id) references public.projects (city_id, id)
);
create index project_past_decisions_of on public.project_past_decisions (city_id, project_id, ended_at);
select public.append_only_city_table('project_past_decisions');
select public.published_rows('project_past_decisions', 'exists (select 1 from public.projects p
  where p.city_id = project_past_decisions.city_id and p.id = project_past_decisions.project_id and p.published_at is not null)');
