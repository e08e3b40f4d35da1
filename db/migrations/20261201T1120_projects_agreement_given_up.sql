-- A project keeps from which day on the agreement that it stands on was given up.
update public.projects p
  set facts = jsonb_set(p.facts, '{agreement,given_up_on}', to_jsonb(a.ended_on::text))
  from public.agreements a
  where a.city_id = p.city_id and a.id = p.agreement_id and a.state = 'terminated' and a.ended_on is not null
    and p.facts ? 'agreement';
