-- How customers pay: a word for each, kept beside the facts it follows from, or chosen by a person in its place.

create table payer_rules (
  organization_id bigint primary key references organization on delete cascade,
  -- how far back one looks
  window_months integer not null default 6 check (window_months between 1 and 24),
  -- paid due lines below which there is no habit
  lines_needed integer not null default 3 check (lines_needed between 1 and 50),
  -- days after the due date up to which a customer is punctual, and up to which forgetful
  punctual_days integer not null default 3 check (punctual_days between 0 and 365),
  forgetful_days integer not null default 15 check (forgetful_days between 1 and 365),
  -- an unpaid due line later than this puts a customer at risk
  risky_days integer not null default 60 check (risky_days between 2 and 730),
  broken_promises integer not null default 2 check (broken_promises between 1 and 20),
  check (punctual_days < forgetful_days and forgetful_days < risky_days)
);
comment on table payer_rules is 'payers: where one payer profile ends and the next begins, where an organisation changed it';

create table declared_profile (
  organization_id bigint not null,
  customer_id bigint not null,
  profile text not null check (profile in ('unknown', 'punctual', 'forgetful', 'slow', 'struggling', 'risky')),
  note text not null check (note <> ''),
  declared_on date not null,
  declared_by bigint,
  primary key (organization_id, customer_id),
  foreign key (organization_id, customer_id) references customer on delete cascade,
  foreign key (organization_id, declared_by) references person on delete set null (declared_by)
);
comment on table declared_profile is 'payers: the profile a person chose for a customer, and why';

create table payer_profile (
  organization_id bigint not null,
  customer_id bigint not null,
  -- the one that holds: declared, else reckoned
  profile text not null check (profile in ('unknown', 'punctual', 'forgetful', 'slow', 'struggling', 'risky')),
  reckoned text not null check (reckoned in ('unknown', 'punctual', 'forgetful', 'slow', 'struggling', 'risky')),
  because text not null check (because in ('insolvency', 'brokenPromises', 'plan', 'late', 'tooFew', 'habit')),
  -- paid due lines of the window, and their median of days after the due date
  lines integer not null check (lines >= 0),
  typical_days integer,
  broken_promises integer not null check (broken_promises >= 0),
  -- the due date of the oldest due line that counts as late
  late_since date,
  primary key (organization_id, customer_id),
  foreign key (organization_id, customer_id) references customer on delete cascade,
  check ((lines = 0) = (typical_days is null))
);
create index payer_profile_by_profile on payer_profile (organization_id, profile, customer_id);
comment on table payer_profile is 'payers: how a customer pays, as of the last decision about it';

call keep_apart('payer_rules');
call keep_apart('declared_profile');
call keep_apart('payer_profile');
create policy of_own_portfolio on declared_profile as restrictive to quittance_app
  using ((select sees_every_task()) or in_own_portfolio(customer_id));
create policy of_own_portfolio on payer_profile as restrictive to quittance_app
  using ((select sees_every_task()) or in_own_portfolio(customer_id));
grant select, insert, update, delete on payer_rules, declared_profile, payer_profile to quittance_app;

-- A rule of assignment may ask for a profile.
alter table scenario_rule add column profile text
  check (profile in ('unknown', 'punctual', 'forgetful', 'slow', 'struggling', 'risky'));
alter table scenario_rule drop constraint scenario_rule_check;
alter table scenario_rule add constraint scenario_rule_asks check (category is not null or profile is not null
  or sales_rep_id is not null or collector_id is not null or owes_from is not null or owes_below is not null);
