-- A preparation that can be confirmed no more is void: its maker finds it again, with the reason.
alter table public.prepared_acts drop constraint prepared_acts_settled_check;
alter table public.prepared_acts add constraint prepared_acts_settled_check
  check (settled in ('confirmed', 'dismissed', 'void'));
