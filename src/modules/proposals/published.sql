-- What everyone may know of a decided proposal once it is released, a person never by name: the parts of its text that were chosen for release, and
-- the decision with its reasons, its correction or its annulment; never the talks, the scans or who wrote what. A decision
-- that is made anew after an annulment is not known before its own release.
create view published.proposals as
  select city_id, id, fiscal_year, number, party_id, public_party as party_name, programme, track, theme, charter_id, department_id, title,
    case when public_decision -> 'annulled_on' is not null and state in ('decided', 'declined') then 'under_review' else state end as state,
    received_on,
    public_decision ->> 'decision' as decision,
    public_decision ->> 'reasons' as reasons,
    public_decision ->> 'conditions' as conditions,
    (public_decision ->> 'decided_on')::date as decided_on,
    (public_decision ->> 'corrected_on')::date as corrected_on,
    public_decision ->> 'correction' as correction,
    (public_decision ->> 'annulled_on')::date as annulled_on,
    public_decision ->> 'annulment' as annulment,
    public_summary, public_contents, published_at
  from public.proposals where published_at is not null;
select public.publish_view('proposals');
