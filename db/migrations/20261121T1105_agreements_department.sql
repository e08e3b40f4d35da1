-- The department in charge: that of the proposal, or of the officer who began. It writes on the text without being a party.
alter table public.agreements add column department_id uuid;
alter table public.agreements
  add constraint agreements_department foreign key (city_id, department_id) references public.parties (city_id, id);
update public.agreements a set department_id = p.department_id
  from public.proposals p where p.city_id = a.city_id and p.id = a.proposal_id;
