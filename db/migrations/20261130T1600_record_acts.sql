-- Of an entry that an act of a verb wrote: which verb it was, on which grounds, who prepared it, and the letter it issued.
alter table public.record_payloads add column act jsonb;
