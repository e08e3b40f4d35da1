-- Official letters as they were issued: what each was made of, and the bytes that were made of it once.
create table public.letters (
  city_id int not null,
  id uuid not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  number text,
  document jsonb not null,
  -- The letter that this one corrects or annuls, where there is one.
  corrects uuid,
  issued_at timestamptz not null,
  issued_by uuid,
  rendered_at timestamptz,
  pdf bytea,
  primary key (city_id, id),
  foreign key (city_id, corrects) references public.letters (city_id, id)
);
create index letters_of_subject on public.letters (city_id, subject_kind, subject_id, issued_at);
select public.city_table('letters');

-- What was issued is never written over: only the bytes are added, once.
create function public.letters_stay() returns trigger language plpgsql as $$
begin
  if old.pdf is not null or row(new.kind, new.subject_kind, new.subject_id, new.number, new.document, new.corrects, new.issued_at)
      is distinct from row(old.kind, old.subject_kind, old.subject_id, old.number, old.document, old.corrects, old.issued_at) then
    raise exception 'A letter that was issued never changes.';
  end if;
  return new;
end $$;
create trigger letters_stay before update on public.letters for each row execute function public.letters_stay();
