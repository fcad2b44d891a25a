-- The prepared day: time to take a message back, who edited, recalled or put one aside and why, and telling colleagues
-- beforehand what leaves.

alter table organization
  -- between an approval (or a message queued to leave by itself) and the earliest departure
  add column recall_minutes integer not null default 10 check (recall_minutes between 0 and 120),
  -- when whoever is in charge is told what leaves: never, on the working day before, on the morning itself
  add column forewarning text not null default 'morning' check (forewarning in ('off', 'dayBefore', 'morning')),
  -- who is told: whoever follows the customer, the sales rep, or both
  add column forewarned text not null default 'collector' check (forewarned in ('collector', 'salesRep', 'both')),
  add column forewarning_minute integer not null default 510 check (forewarning_minute between 0 and 1439);

alter table reminder
  add column edited_by bigint,
  add column edited_at timestamptz,
  -- what the message listed when a person let it go: tells whether amounts moved since
  add column approved_hash text,
  add column approved_sums jsonb,
  add column recalled_by bigint,
  add column recalled_at timestamptz,
  add column recall_reason text check (recall_reason <> ''),
  add column set_aside_by bigint,
  add column set_aside_reason text check (set_aside_reason <> '');

-- One mail a colleague and day, whatever the number of servers: the row is there before the mail leaves.
create table forewarning (
  organization_id bigint not null,
  person_id bigint not null,
  -- whose departures it tells
  day date not null,
  state text not null check (state in ('sending', 'sent', 'failed')),
  messages integer not null check (messages > 0),
  message_id text not null,
  attempts integer not null default 1,
  -- of a try that certainly did not leave; null: never again
  next_attempt_at timestamptz,
  server_reply text,
  claimed_at timestamptz not null,
  sent_at timestamptz,
  primary key (organization_id, person_id, day),
  foreign key (organization_id, person_id) references person on delete cascade
);
comment on table forewarning is 'dunning: a colleague was told beforehand what leaves on a day, once';
call keep_apart('forewarning');
call keep_from_portfolios('forewarning');
grant select, insert, update, delete on forewarning to quittance_app;
