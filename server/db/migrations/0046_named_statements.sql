-- A statement without any balance is none the less a statement where its message says so (camt.053): what names the same
-- money beside it is a notification (camt.054), and only that.
alter table bank_statement add column is_statement boolean not null default false;
update bank_statement set is_statement = true where format <> 'camt' or opening_amount is not null or closing_amount is not null;
