-- A row per key and time in which it is counted, instead of one per try: the table does not grow with the tries.
drop table house.attempts;
create table house.attempts (
  key text primary key,
  tries int not null,
  until timestamptz not null
);
create index attempts_over on house.attempts (until);
grant select, insert, update, delete on house.attempts to tomoni_house;
