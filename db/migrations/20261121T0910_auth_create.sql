-- What kind of installation this is, written once when the database is made.
create table house.installation (
  one boolean primary key default true check (one),
  created_at timestamptz not null,
  demonstration boolean not null
);
grant select, insert on house.installation to tomoni_house;

create table house.accounts (
  id uuid primary key,
  email text not null unique check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 100),
  password_hash text,
  lang text not null default 'ja' check (lang in ('ja', 'easy', 'en')),
  must_have_second_factor boolean not null default false,
  created_at timestamptz not null,
  disabled_at timestamptz
);
grant select, insert, update on house.accounts to tomoni_house;

-- Ended and expired sessions stay for a month: a form written in one is kept for the same account.
create table house.sessions (
  id uuid primary key,
  account_id uuid not null references house.accounts (id),
  token_hash text not null unique,
  previous_hash text,
  previous_until timestamptz,
  created_at timestamptz not null,
  rotated_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  authenticated_at timestamptz not null,
  second_factor_at timestamptz,
  browser text not null default '',
  ended_at timestamptz
);
create index sessions_by_account on house.sessions (account_id);
create index sessions_by_previous on house.sessions (previous_hash) where previous_hash is not null;
grant select, insert, update, delete on house.sessions to tomoni_house;

create table house.passkeys (
  id text primary key,
  account_id uuid not null references house.accounts (id),
  public_key text not null,
  counter bigint not null,
  transports jsonb not null default '[]',
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null,
  last_used_at timestamptz
);
create index passkeys_by_account on house.passkeys (account_id);
create table house.used_challenges (challenge text primary key, used_at timestamptz not null);
grant select, insert, update, delete on house.passkeys, house.used_challenges to tomoni_house;

create table house.totp_secrets (
  account_id uuid primary key references house.accounts (id),
  sealed text not null,
  enrolled_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);
create table house.recovery_codes (
  account_id uuid not null references house.accounts (id),
  code_hash text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);
grant select, insert, update, delete on house.totp_secrets, house.recovery_codes to tomoni_house;

create table house.tokens (
  id uuid primary key,
  hash text not null unique,
  purpose text not null check (purpose in ('sign-in', 'invitation', 'email')),
  city_id int,
  account_id uuid not null references house.accounts (id),
  payload text not null default '',
  issued_by uuid references house.accounts (id),
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index tokens_by_account on house.tokens (account_id);
grant select, insert, update, delete on house.tokens to tomoni_house;
-- The house's own table although it names a city: readable through the house door alone, and by nobody by default.
do $$ begin
  alter table house.tokens enable row level security;
  alter table house.tokens force row level security;
  create policy house on house.tokens to tomoni_house using (true) with check (true);
  execute format('create policy owner on house.tokens to %I using (true) with check (true)', current_user);
end $$;

-- Asked for without telling whether the address is known: that is looked up later, out of the asker's sight.
create table house.link_requests (
  id uuid primary key,
  email text not null,
  next text not null default '',
  requested_at timestamptz not null
);
create table house.attempts (key text not null, at timestamptz not null);
create index attempts_by_key on house.attempts (key, at);
create table house.held_forms (
  token_hash text primary key,
  account_id uuid not null references house.accounts (id),
  page text not null,
  sealed text not null,
  held_at timestamptz not null,
  expires_at timestamptz not null
);
create index held_forms_by_account on house.held_forms (account_id);
grant select, insert, update, delete on house.link_requests, house.attempts, house.held_forms to tomoni_house;
