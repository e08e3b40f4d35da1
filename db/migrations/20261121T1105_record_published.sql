-- What the view published.record may be made of: when something happened and to what, never by whom, and of the words
-- those that an action wrote for everyone.
grant select (city_id, id, at, kind, subject_kind, subject_id) on public.record_entries to tomoni_publisher;
create policy published on public.record_entries for select to tomoni_publisher using (true);
grant select (city_id, entry_id, payload) on public.record_payloads to tomoni_publisher;
create policy published on public.record_payloads for select to tomoni_publisher using (payload ? 'public');
create index record_entries_newest on public.record_entries (city_id, at desc, id desc);
