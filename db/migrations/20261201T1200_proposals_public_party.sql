-- By what the public knows the proposer: a group by its name, a person by the charter's word for persons.
alter table public.proposals add column public_party text not null default '';
update public.proposals as o set public_party = case when p.unit = 'person' then '個人' else o.party_name end
  from public.parties p where p.city_id = o.city_id and p.id = o.party_id;
