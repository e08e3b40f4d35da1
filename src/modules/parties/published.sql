-- What everyone may know of a party: never an address, a telephone number or a person. The city's own departments and
-- wards are public without being released.
create view published.parties as
  select city_id, id, number, kind, is_city, unit, parent_id, ward, name, kana, purpose, activity, founded_on,
    member_count, website, published_at, starts_on, ends_on
  from public.parties where published_at is not null or is_city;
select public.publish_view('parties');

-- The names that a department had, each until its last day.
create view published.party_names as
  select n.city_id, n.party_id, n.name, n.until_on
  from public.party_names n join public.parties p on p.city_id = n.city_id and p.id = n.party_id where p.is_city;
select public.publish_view('party_names');

-- Who goes on with the work of a department that ended.
create view published.party_successors as
  select c.city_id, c.party_id, s.party_id as successor_id, s.position
  from public.department_changes c, unnest(c.successors) with ordinality as s (party_id, position)
  where c.kind = 'end' and c.done_at is not null;
select public.publish_view('party_successors');
