-- Which invoice an entry of the ledger is: its number may be told otherwise in a later export, the entry is not.
create table ledger_item (
  organization_id bigint not null references organization on delete cascade,
  legal_entity_id bigint not null,
  ledger_key text not null,
  invoice_id bigint not null,
  -- it carries over what another entry told first
  is_opening boolean not null,
  source_file_id bigint not null,
  primary key (organization_id, legal_entity_id, ledger_key),
  foreign key (organization_id, invoice_id) references invoice on delete cascade,
  foreign key (organization_id, source_file_id) references source_file on delete cascade
);
create index ledger_item_of_invoice on ledger_item (organization_id, invoice_id);
create index ledger_item_of_file on ledger_item (organization_id, source_file_id);
comment on table ledger_item is 'imports: the entry of a ledger that an invoice is';
call keep_apart('ledger_item');
grant select, insert, update, delete on ledger_item to quittance_app;

-- By the keys of both entries, for the same reason.
delete from source_allocation;
alter table source_allocation drop constraint source_allocation_pkey, drop column number, drop column credit_number;
alter table source_allocation add column item_key text not null, add column credit_key text,
  add primary key (organization_id, source_file_id, credit_line, item_key);

-- Whose terms are still to be learnt.
create index open_item_assumed on open_item (organization_id, customer_id) where is_due_assumed;
