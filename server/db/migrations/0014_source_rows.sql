-- The rows of a source file as they were read, each with what the check said of it: a correction is then about its own
-- row, what the check found is a question asked of them, and no process ever holds a file.
create table source_row (
  organization_id bigint not null,
  source_file_id bigint not null,
  line integer not null,
  -- the cells, as in the file
  cells json not null,
  state text not null check (state in ('ready', 'refused', 'repeated')),
  -- the row its invoice begins on, whether it can go in or not; null where no invoice could be read, or another row has its number
  first_line integer,
  -- the file, a space and the number in lower case, so that its own index alone finds it, whatever the planner believes of
  -- the file; of a number Quittance makes, without the rank that tells equal rows apart
  held_number text,
  rank integer,
  -- on the first row of an invoice that can go in: what that does
  compared text check (compared in ('new', 'changed', 'unchanged')),
  -- of its source_customer, where nobody knows the customer
  new_customer integer,
  currency text,
  -- smallest unit of the currency; negative for a credit note
  total bigint,
  amount_due bigint,
  -- issue date, or due date where the row has none
  stated_on date,
  is_late boolean not null default false,
  -- what was understood but is worth saying
  warnings jsonb,
  primary key (organization_id, source_file_id, line),
  foreign key (organization_id, source_file_id) references source_file on delete cascade
);
create index source_row_of_number on source_row (organization_id, held_number, rank) where held_number is not null;
create index source_row_instalment on source_row (organization_id, source_file_id, first_line, line) where first_line <> line;
create index source_row_to_fix on source_row (organization_id, source_file_id, line) where state = 'refused';
comment on table source_row is 'imports: a row of a source file, and what the check said of it';

create table source_customer (
  organization_id bigint not null,
  source_file_id bigint not null,
  rank integer not null,
  name text not null,
  code text,
  siren text,
  vat_number text,
  primary key (organization_id, source_file_id, rank),
  foreign key (organization_id, source_file_id) references source_file on delete cascade
);
comment on table source_customer is 'imports: a customer whom a source file names and nobody knows yet';

call keep_apart('source_row');
call keep_apart('source_customer');
grant select, insert, update, delete on source_row, source_customer to quittance_app;

-- What a batch created is one row a kind, not one a thing: as long as the file, and never looked for by thing.
alter table import_change alter column thing_id drop not null, add column created bigint[];
update import_change set created = array[thing_id], thing_id = null where before is null;
alter table import_change add check (num_nonnulls(thing_id, created) = 1 and (thing_id is null) = (before is null));

-- The cells stand on the row. What was checked before is checked again, so that its rows are there.
alter table refusal drop column cells;
alter table source_file drop column batches_done, drop column has_instalments;
-- line up to which the rows are read (checking) or in (importing)
alter table source_file add column done_to integer not null default 0;
update source_file set state = 'checking', revision = revision + 1, rows_read = 0, error = null where state in ('checked', 'importing');
