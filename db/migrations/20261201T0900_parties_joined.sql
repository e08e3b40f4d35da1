-- Since when a person has a part in a party, or a post: when it was entered or began, whichever is later. Whoever comes to a
-- side of an evaluation after it began reads nothing of that side before it opens, whatever day the form says. Who entered a
-- post: nobody gives one to themselves.
alter table public.memberships add column joined_at timestamptz;
alter table public.posts add column joined_at timestamptz, add column entered_by uuid;
update public.memberships m set joined_at = greatest(p.created_at, m.starts_on::timestamp at time zone 'Asia/Tokyo')
  from public.people p where p.city_id = m.city_id and p.id = m.person_id;
update public.posts s set joined_at = greatest(p.created_at, s.starts_on::timestamp at time zone 'Asia/Tokyo')
  from public.people p where p.city_id = s.city_id and p.id = s.person_id;
alter table public.memberships alter column joined_at set not null;
alter table public.posts alter column joined_at set not null;
