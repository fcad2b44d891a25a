-- One IBAN may hold several currencies: each is an account of its own, with its own chain of balances.
alter table bank_account drop constraint bank_account_organization_id_iban_key;
alter table bank_account add unique (organization_id, iban, currency);
-- Two banks may give one number: it tells apart only accounts whose IBAN nobody has said.
alter table bank_account drop constraint bank_account_organization_id_written_currency_key;
create unique index bank_account_written on bank_account (organization_id, written, currency) where iban is null;

-- What a line is searched by, short enough to stand in an index. A list, its counts, its total and a search in it read that
-- index alone: lines are wide, for they carry their proposals.
alter table bank_line add column plain_label text collate "C"
  generated always as (left(plain_text(coalesce(other_name, '') || ' ' || label), 500)) stored;
create index bank_line_listed on bank_line (organization_id, state, booked_on desc, id desc)
  include (bank_account_id, currency, amount, customer_id, confidence, plain_label);

-- How many lines each tab holds, and their sum.
create index bank_line_counted on bank_line (organization_id, state, currency) include (bank_account_id, amount, confidence);

-- Balances of an account in the order of their days: what lists of accounts chain.
create index bank_statement_chained on bank_statement (organization_id, bank_account_id, from_day, to_day, id)
  include (opening_amount, opening_on, closing_amount, closing_on);
