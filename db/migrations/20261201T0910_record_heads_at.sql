-- When the last entry of a chain was written: an entry that would be older shows a clock that was put back.
alter table public.record_heads add column at timestamptz;
update public.record_heads h set at = e.at from public.record_entries e where e.city_id = h.city_id and e.seq = h.seq;
alter table house.record_heads add column at timestamptz;
update house.record_heads h set at = e.at from house.record_entries e where e.seq = h.seq;
