-- What everyone may know of a published project. A person who takes part is named as a person, never by name; who wrote a
-- report stays inside.
create view published.projects as
  select city_id, id, state, charter_id, fiscal_year, number, title, purpose, summary, beneficiaries, place, zone, start_type,
    forms, fields, wards, fiscal_years, starts_on, ends_on, sunset_on, budget_yen, actual_yen, programme, department_id,
    proposal_id, agreement_id, previous_id, renewals, facts, started_on, finished_on, decision, decision_reasons, decided_on,
    published_at
  from public.projects where published_at is not null;
select public.publish_view('projects');

create view published.project_parties as
  select city_id, id, project_id, position, case when unit = 'person' then null else party_id end as party_id,
    case when unit = 'person' then null else name end as name, kind, unit, is_city, role, does, brings, money_yen
  from public.project_parties t where exists (select 1 from public.projects p
    where p.city_id = t.city_id and p.id = t.project_id and p.published_at is not null);
select public.publish_view('project_parties');

create view published.project_targets as
  select city_id, id, project_id, position, indicator, value, unit, direction, by_on, result, result_note, result_on
  from public.project_targets t where exists (select 1 from public.projects p
    where p.city_id = t.city_id and p.id = t.project_id and p.published_at is not null);
select public.publish_view('project_targets');

create view published.project_milestones as
  select city_id, id, project_id, title, due_on, done_on
  from public.project_milestones t where exists (select 1 from public.projects p
    where p.city_id = t.city_id and p.id = t.project_id and p.published_at is not null);
select public.publish_view('project_milestones');

create view published.project_reports as
  select city_id, id, project_id, kind, held_on, title, text, active_count, passive_count, photo_words,
    reported_at
  from public.project_reports t where t.withheld_at is null and exists (select 1 from public.projects p
    where p.city_id = t.city_id and p.id = t.project_id and p.published_at is not null);
select public.publish_view('project_reports');

create view published.project_evaluations as
  select city_id, id, project_id, year, begun_on, due_on, awaited, answered, opened_on, closed_at_deadline, talked_on, published_on
  from public.project_evaluations t where exists (select 1 from public.projects p
    where p.city_id = t.city_id and p.id = t.project_id and p.published_at is not null);
select public.publish_view('project_evaluations');

create view published.project_past_decisions as
  select city_id, id, project_id, decision, reasons, decided_on, ended_by, ended_on, because, ended_at
  from public.project_past_decisions t where exists (select 1 from public.projects p
    where p.city_id = t.city_id and p.id = t.project_id and p.published_at is not null);
select public.publish_view('project_past_decisions');
