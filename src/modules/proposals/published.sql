-- What everyone may know of a decided proposal once it is released: the parts of its text that were chosen for release, and
-- the decision with its reasons; never the talks, the scans or who wrote what.
create view published.proposals as
  select city_id, id, fiscal_year, number, party_id, party_name, programme, track, theme, charter_id, department_id,
    title, state, received_on, decision, reasons, conditions, decided_on, public_summary, public_contents, published_at
  from public.proposals where published_at is not null;
select public.publish_view('proposals');
