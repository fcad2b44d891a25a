-- What an electronic invoice says of its payment beside days and amounts (EN 16931, BG-3, BG-10, BG-16 and its notes).
create table payment_instruction (
  organization_id bigint not null,
  invoice_id bigint not null,
  reference text,
  iban text,
  payee text,
  is_factored boolean not null default false,
  contract text,
  -- number of the invoice a credit note is about, or that this one takes the place of
  preceding text,
  is_correction boolean not null default false,
  late_interest text,
  indemnity text,
  discount text,
  primary key (organization_id, invoice_id),
  foreign key (organization_id, invoice_id) references invoice on delete cascade
);
create index payment_instruction_correcting on payment_instruction (organization_id, preceding) where is_correction;
comment on table payment_instruction is 'invoices: how an electronic invoice says it is to be paid, and what it takes the place of';

-- Each file of a folder or an archive of electronic invoices, and what becomes of it.
create table dropped_file (
  organization_id bigint not null,
  source_file_id bigint not null,
  position integer not null,
  name text not null,
  -- first of its rows
  line integer,
  number text,
  -- « Factur-X BASIC »
  form text,
  is_credit boolean not null default false,
  -- of a PDF
  sha256 text,
  state text not null check (state in ('read', 'refused', 'leftOut', 'toAttach', 'attached', 'sameAttached', 'otherAttached',
    'tooLarge', 'several', 'unknown')),
  -- numbers of the invoices a PDF without data may be
  candidates text[] not null default '{}',
  primary key (organization_id, source_file_id, position),
  foreign key (organization_id, source_file_id) references source_file on delete cascade
);
comment on table dropped_file is 'imports: a file within a source file, and what becomes of it';

call keep_apart('payment_instruction');
call keep_apart('dropped_file');
grant select, insert, update, delete on payment_instruction, dropped_file to quittance_app;

-- An import that is undone takes away the file it added, not one that came later.
alter table invoice_file add column added_at timestamptz not null default now();
alter table invoice_file alter column added_at set default clock_timestamp();

alter table import_change drop constraint import_change_thing_check,
  add constraint import_change_thing_check
  check (thing in ('customer', 'contact', 'invoice', 'payment', 'dispute', 'allocation', 'invoiceFile', 'paymentInstruction'));
