-- Since when a side is another department's, which took over from one that ended. Whoever was there before reads nothing of
-- the side before it opens, as whoever joins late.
alter table public.evaluation_seats add column passed_on_at timestamptz;
