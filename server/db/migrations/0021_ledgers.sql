-- A ledger brings payments and allocations of its own beside its invoices. They are kept with the file until it goes in.
create table source_payment (
  organization_id bigint not null,
  source_file_id bigint not null,
  line integer not null,
  customer_code text not null,
  customer_name text not null,
  received_on date not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount bigint not null check (amount > 0),
  -- the same in every export of the same entry
  ledger_key text not null,
  reference text not null,
  label text not null,
  -- carried over from an earlier year
  is_opening boolean not null,
  primary key (organization_id, source_file_id, line),
  foreign key (organization_id, source_file_id) references source_file on delete cascade
);
comment on table source_payment is 'imports: a payment that a ledger tells of';

create table source_allocation (
  organization_id bigint not null,
  source_file_id bigint not null,
  -- line of the payment or of the credit note
  credit_line integer not null,
  -- the invoice it settles, and the credit note where it is one
  number text not null,
  credit_number text,
  amount bigint not null check (amount > 0),
  primary key (organization_id, source_file_id, credit_line, number),
  foreign key (organization_id, source_file_id) references source_file on delete cascade
);
comment on table source_allocation is 'imports: what a ledger says a payment or a credit note settles';

-- What the ledger itself says of each customer, to be set beside what Quittance knows. Amounts in the smallest unit.
create table source_balance (
  organization_id bigint not null,
  source_file_id bigint not null,
  customer_code text not null,
  customer_name text not null,
  -- account 411
  debit bigint not null,
  credit bigint not null,
  -- accounts 413 and 416, and money received to 4191: debit less credit
  besides bigint not null,
  -- what is left of the items less what is left of the payments rebuilt from them
  rebuilt bigint not null,
  primary key (organization_id, source_file_id, customer_code),
  foreign key (organization_id, source_file_id) references source_file on delete cascade
);
comment on table source_balance is 'imports: the balance of a customer as a ledger has it';

call keep_apart('source_payment');
call keep_apart('source_allocation');
call keep_apart('source_balance');
grant select, insert, update, delete on source_payment, source_allocation, source_balance to quittance_app;

-- Totals of the whole file (lines, debit, credit, letters that do not balance) and its first and last day.
alter table source_file add column ledger jsonb, add column period_from date, add column period_to date;
-- line up to which the payments are in
alter table source_file add column payments_done_to integer not null default 0;

-- The entry of the ledger a payment is, whoever entered it first: it is told once.
alter table payment add column ledger_key text;
create unique index payment_of_ledger on payment (organization_id, legal_entity_id, ledger_key) where ledger_key is not null;

-- The file says no due date: the customer's terms, or the firm's, gave it.
alter table open_item add column is_due_assumed boolean not null default false;

alter table import_change drop constraint import_change_thing_check,
  add constraint import_change_thing_check
  check (thing in ('customer', 'contact', 'invoice', 'payment', 'dispute', 'allocation'));
