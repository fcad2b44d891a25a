-- An electronic invoice that came in says nothing new when it comes again, whatever another one of its number has said since:
-- two that contradict each other would otherwise take turns.
create table invoice_fingerprint (
  organization_id bigint not null,
  -- the invoice it came in as, or was left out for
  invoice_id bigint not null,
  -- SHA-256 of its XML, in hexadecimal
  fingerprint text not null,
  source_file_id bigint not null,
  primary key (organization_id, fingerprint, invoice_id),
  foreign key (organization_id, invoice_id) references invoice on delete cascade,
  foreign key (organization_id, source_file_id) references source_file on delete cascade
);
comment on table invoice_fingerprint is 'imports: an electronic invoice that came in, known again by its fingerprint';
create index invoice_fingerprint_of_invoice on invoice_fingerprint (organization_id, invoice_id);
create index invoice_fingerprint_of_file on invoice_fingerprint (organization_id, source_file_id);
call keep_apart('invoice_fingerprint');
grant select, insert, update, delete on invoice_fingerprint to quittance_app;

-- Of several electronic invoices of one number a person chooses: the others are set aside.
alter table source_row drop constraint source_row_state_check;
alter table source_row add constraint source_row_state_check check (state in ('ready', 'refused', 'repeated', 'setAside'));
alter table dropped_file add column fingerprint text;
