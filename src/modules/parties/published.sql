-- What everyone may know of a party: never an address, a telephone number or a person. The city's own departments and
-- wards are public without being released.
create view published.parties as
  select city_id, id, number, kind, is_city, unit, parent_id, ward, name, kana, purpose, activity, founded_on,
    member_count, website, published_at
  from public.parties where published_at is not null or is_city;
select public.publish_view('parties');
