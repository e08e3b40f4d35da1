-- When a part in a party, or a post, was entered: whoever comes to a side of an evaluation after it began reads nothing of
-- that side before it opens, whatever day the form says. Who entered a post: nobody gives one to themselves.
alter table public.memberships add column entered_at timestamptz;
alter table public.posts add column entered_at timestamptz, add column entered_by uuid;
update public.memberships m set entered_at = p.created_at from public.people p where p.city_id = m.city_id and p.id = m.person_id;
update public.posts s set entered_at = p.created_at from public.people p where p.city_id = s.city_id and p.id = s.person_id;
alter table public.memberships alter column entered_at set not null;
alter table public.posts alter column entered_at set not null;
