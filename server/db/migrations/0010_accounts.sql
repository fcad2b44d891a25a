-- Accounts and their sessions: who may sign in, before any organisation is known. The four tables are as the
-- authentication library (better-auth 1.7) asks for them; its role owns them and sees nothing else.
set local role quittance_auth;

create table auth."user" (
  id text not null primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create table auth.session (
  id text not null primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" on delete cascade,
  -- the organisation this session works in, a wish only: memberships_of decides
  "organizationId" bigint
);
create index "session_userId_idx" on auth.session ("userId");
create table auth.account (
  id text not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null
);
create index "account_userId_idx" on auth.account ("userId");
create table auth.verification (
  id text not null primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default current_timestamp,
  "updatedAt" timestamptz not null default current_timestamp
);
create index verification_identifier_idx on auth.verification (identifier);

-- Wrong tries to sign in, by what they have in common, until they are forgotten.
create table auth.sign_in_try (
  key text primary key,
  tries integer not null,
  forgotten_at timestamptz not null
);
create index sign_in_try_forgotten on auth.sign_in_try (forgotten_at);

reset role;

-- An account and the person it belongs to are written in one transaction of the application: both or neither.
create function has_accounts() returns boolean language sql stable security definer set search_path = auth, pg_temp
  as $$ select exists (select from auth."user") $$;
create function open_account(name_given text, email_given text, password_hash text) returns text
  language plpgsql security definer set search_path = auth, pg_temp as $$
declare made text := gen_random_uuid();
begin
  insert into auth."user" (id, name, email, "emailVerified") values (made, name_given, lower(email_given), false);
  insert into auth.account (id, "accountId", "providerId", "userId", password, "updatedAt")
  values (gen_random_uuid(), made, 'credential', made, password_hash, now());
  return made;
end $$;
-- A new password closes every session of the account.
create function change_password(account_changed text, password_hash text) returns void
  language sql security definer set search_path = auth, pg_temp as $$
  update auth.account set password = password_hash, "updatedAt" = now()
  where "userId" = account_changed and "providerId" = 'credential';
  delete from auth.session where "userId" = account_changed;
$$;
revoke all on function has_accounts(), open_account(text, text, text), change_password(text, text) from public;
grant execute on function has_accounts(), open_account(text, text, text), change_password(text, text) to quittance_app;
