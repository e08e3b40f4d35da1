-- 補正 sends a proposal back: a return. The word correction is kept for 訂正, the correction of an official act.
alter table public.proposals rename column correction to return_note;
alter table public.proposals rename column correct_by to return_by;
