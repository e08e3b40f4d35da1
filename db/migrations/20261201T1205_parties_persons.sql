-- A person leaves on a day, as a department ends on one.
alter table public.parties drop constraint parties_check;
alter table public.parties add check (ends_on is null or is_city or unit = 'person');
