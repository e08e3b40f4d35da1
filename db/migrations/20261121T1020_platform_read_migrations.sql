-- The web login, which may not migrate, has to know whether somebody has.
grant select on public.migrations to tomoni_house;
