-- Run once by the database administrator (a superuser), in the database made for Tomoni.
-- Replace tomoni_owner and tomoni_web by the logins of your installation; give them passwords of your own.
-- tomoni_owner owns the tables and runs the migrations; tomoni_web is what the web and worker processes sign in as.
do $$
declare r text;
begin
  foreach r in array array['tomoni_app', 'tomoni_public', 'tomoni_house', 'tomoni_publisher'] loop
    if not exists (select from pg_roles where rolname = r) then
      execute format('create role %I nologin', r);
    end if;
  end loop;
end $$;
-- grant tomoni_app, tomoni_public, tomoni_house, tomoni_publisher to tomoni_owner;
-- grant tomoni_app, tomoni_public, tomoni_house to tomoni_web;
-- grant create, connect on database tomoni to tomoni_owner;
-- grant create, usage on schema public to tomoni_owner;
