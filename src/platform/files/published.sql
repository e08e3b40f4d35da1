-- Files that belong to something published and were published with it.
create view published.files as
  select city_id, id, sha256, name, type, bytes, subject_kind, subject_id, purpose, position, published_at
  from public.files where published_at is not null;
select public.publish_view('files');
