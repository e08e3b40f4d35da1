-- What everyone may know of a published evaluation: the copy that was made for release, as the charter says what belongs in it;
-- never an answer itself, and nothing once the project's own page is taken back.
create view published.evaluations as
  select city_id, id, project_id, year, charter_id, public_copy, published_at
  from public.evaluations t where t.published_at is not null and exists (select 1 from public.projects p
    where p.city_id = t.city_id and p.id = t.project_id and p.published_at is not null);
select public.publish_view('evaluations');
