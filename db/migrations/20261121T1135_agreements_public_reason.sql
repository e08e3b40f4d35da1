-- Why an agreement was given up, in the words for everyone. What was written until now was written to be public.
alter table public.agreements add column public_termination text not null default '';
update public.agreements set public_termination = termination where published_at is not null;
