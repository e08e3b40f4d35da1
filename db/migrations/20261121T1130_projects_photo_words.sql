-- What each photo of a report shows, in words, for those who do not see it: by the file's id.
alter table public.project_reports add column photo_words jsonb not null default '{}';
