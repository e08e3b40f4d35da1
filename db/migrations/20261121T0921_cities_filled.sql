-- When the demonstration's cities and year were all in place: until then a start begins them again in an empty database.
alter table house.installation add column filled_at timestamptz;
grant update (filled_at) on house.installation to tomoni_house;
