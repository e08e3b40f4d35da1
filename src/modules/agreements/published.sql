-- What everyone may know of a released agreement: the copy prepared for release, and which party signed when; never who
-- signed with which hand, never a private word of the title, never a draft or a text that is still to be signed.
create view published.agreements as
  select city_id, id, fiscal_year, number, charter_id, kind, published_text->>'title' as title, state, proposal_id, starts_on, ends_on, sunset_on,
    in_force_at, ended_on, public_termination as termination, published_version, published_text, published_signatures, published_at
  from public.agreements where published_at is not null;
select public.publish_view('agreements');
