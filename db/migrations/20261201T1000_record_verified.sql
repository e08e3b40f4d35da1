-- The values of business rows that an entry attests, under its digest like every other word of it.
alter table public.record_payloads add column attested jsonb;

-- Words are erased together with an entry that says so, whose subject is the erased entry; whatever else deletes them is refused.
create function public.erasure_is_recorded() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if not exists (select from public.record_entries e where e.city_id = old.city_id
      and e.kind = 'record.erased' and e.subject_kind = 'record' and e.subject_id = old.entry_id) then
    raise exception 'Words of the record are deleted only with an entry that says so.';
  end if;
  return null;
end $$;
create constraint trigger erasure_is_recorded after delete on public.record_payloads
  deferrable initially deferred for each row execute function public.erasure_is_recorded();

-- Nothing of the installation's own record is erased: it holds no words about people.
revoke delete on house.record_payloads from tomoni_house;

-- The ends of the cities' chains, numbers and hashes alone, for the anchors that are kept outside the database.
create function house.city_heads() returns table (city_id int, seq int, hash text) language sql stable security definer
  set search_path = pg_catalog as $$
  select h.city_id, h.seq, h.hash from public.record_heads h order by h.city_id
$$;
revoke all on function house.city_heads() from public;
grant execute on function house.city_heads() to tomoni_house;
