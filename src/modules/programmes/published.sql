-- When a programme takes proposals: everyone may know.
create view published.calls as
  select city_id, id, programme, track, fiscal_year, opens_on, closes_on, note, published_at
  from public.calls where published_at is not null;
select public.publish_view('calls');
