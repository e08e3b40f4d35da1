-- Why the second person sent a preparation back, and by which name they did: the one who prepared it reads both.
alter table public.prepared_acts add column settled_name text;
alter table public.prepared_acts add column settled_reason text not null default '';
