-- The city, its departments and its wards are public bodies: everyone may know of them, without anybody releasing them.
drop policy published on public.parties;
create policy published on public.parties for select to tomoni_publisher using (published_at is not null or is_city);
