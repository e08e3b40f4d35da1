-- On which side of its value a target is reached: 20件以下 is not reached with 23. Until now every target was read as 以上.
alter table public.project_targets
  add column direction text not null default 'at_least' check (direction in ('at_least', 'at_most', 'exactly'));
