-- The cities of the installation. What a city is and does is its charter's to say; here stands only that it is here.
create table house.cities (
  id int generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,30}$'),
  code text not null unique check (code ~ '^[0-9]{6}$'),
  added_at timestamptz not null
);
grant select, insert, update on house.cities to tomoni_house;
