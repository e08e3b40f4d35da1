-- Every version of every city's charter: rules are public.
create view published.charters as
  select city_id, id, version, in_force_on, digest, document, applied_at from public.charters;
select public.publish_view('charters');
