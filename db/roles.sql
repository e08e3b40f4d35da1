-- Run once by the database administrator (a superuser), in the database made for Tomoni:
--   createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0 tomoni
--   psql --dbname=tomoni --file=db/roles.sql
--   psql --dbname=tomoni --command='\password tomoni_owner' --command='\password tomoni_web'
-- tomoni_owner owns the tables and runs the migrations; tomoni_web is what the web and worker processes sign in as.
-- Neither may create roles or databases, or pass by row-level security. Safe to run again.
-- tomoni_jobs owned a queue that is no more; the first migrations still ask for it.
do $$
declare r text;
begin
  foreach r in array array['tomoni_app', 'tomoni_public', 'tomoni_house', 'tomoni_publisher', 'tomoni_jobs'] loop
    if not exists (select from pg_roles where rolname = r) then
      execute format('create role %I nologin', r);
    end if;
  end loop;
  if not exists (select from pg_roles where rolname = 'tomoni_owner') then
    create role tomoni_owner login;
  end if;
  -- Nothing is inherited: a connection that has not gone through a door can read nothing.
  if not exists (select from pg_roles where rolname = 'tomoni_web') then
    create role tomoni_web login noinherit;
  end if;
  execute format('revoke connect on database %I from public', current_database());
  execute format('grant connect on database %I to tomoni_web', current_database());
  execute format('grant connect, create on database %I to tomoni_owner', current_database());
end $$;
grant tomoni_app, tomoni_public, tomoni_house, tomoni_publisher, tomoni_jobs to tomoni_owner;
grant tomoni_app, tomoni_public, tomoni_house to tomoni_web;
grant usage, create on schema public to tomoni_owner;
