-- One act may issue several letters of a kind: a request to each party, the signed text of each version.
alter table public.letters add column part text;

create or replace function public.letters_stay() returns trigger language plpgsql as $$
begin
  if old.pdf is not null
      or row(new.kind, new.part, new.subject_kind, new.subject_id, new.number, new.document, new.corrects, new.issued_at)
      is distinct from row(old.kind, old.part, old.subject_kind, old.subject_id, old.number, old.document, old.corrects, old.issued_at) then
    raise exception 'A letter that was issued never changes.';
  end if;
  return new;
end $$;
