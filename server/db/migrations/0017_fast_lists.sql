-- Lists of a million due lines. What they are sorted by stands on the due line itself, in an index that begins with the
-- organisation; open and settled lines apart, so that ten years of paid invoices do not lie in the way of those to chase.
drop index open_item_in_order;
drop index open_item_left;
drop index open_item_by_amount_due;
alter table open_item
  -- of its invoice, compared byte by byte on every server
  add column number text collate "C" not null default '',
  add column is_deposit boolean not null default false;
alter table open_item disable trigger user;
update open_item o set number = i.number, is_deposit = i.kind = 'deposit'
from invoice i where i.organization_id = o.organization_id and i.id = o.invoice_id;
alter table open_item enable trigger user;
alter table open_item alter column number drop default;

create index open_item_left on open_item (organization_id, customer_id, legal_entity_id)
  include (currency, due_date, amount_due, is_deposit) where amount_due <> 0;
create index open_item_by_amount_due on open_item (organization_id, amount_due, id) include (due_date, currency)
  where amount_due > 0;
create index open_item_by_amount on open_item (organization_id, amount, id) include (due_date) where amount_due > 0;
create index open_item_by_number on open_item (organization_id, number, id) include (due_date) where amount_due > 0;
create index open_item_of_deposit on open_item (organization_id, due_date, id) include (amount_due, currency, customer_id)
  where is_deposit and amount_due > 0;
create index settled_item_by_due_date on open_item (organization_id, due_date, id) where amount_due <= 0;
create index settled_item_by_amount_due on open_item (organization_id, amount_due, id) where amount_due <= 0;
create index settled_item_by_amount on open_item (organization_id, amount, id) where amount_due <= 0;
create index settled_item_by_number on open_item (organization_id, number, id) where amount_due <= 0;
create index open_item_paused on open_item (organization_id, id) where paused_on is not null;
create index open_item_automatic on open_item (organization_id, id) where automatic_means and rejected_on is null;

create or replace function open_item_starts_whole() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    new.amount_due := new.amount;
    select i.number, i.kind = 'deposit' into new.number, new.is_deposit
    from invoice i where i.organization_id = new.organization_id and i.id = new.invoice_id;
    -- Without an invoice the foreign key says so.
    new.number := coalesce(new.number, '');
    new.is_deposit := coalesce(new.is_deposit, false);
  elsif new.amount <> old.amount then
    new.amount_due := old.amount_due + new.amount - old.amount;
  end if;
  return new;
end $$;

create function invoice_names_its_lines() returns trigger language plpgsql as $$
begin
  update open_item set number = new.number, is_deposit = new.kind = 'deposit'
  where organization_id = new.organization_id and invoice_id = new.id;
  return null;
end $$;
create trigger invoice_names_its_lines after update of number, kind on invoice for each row
  when (old.number <> new.number or (old.kind = 'deposit') <> (new.kind = 'deposit'))
  execute function invoice_names_its_lines();

-- Late deposits have their sum beside their number, and a line that becomes a deposit asks for a count.
alter table customer_balance add column late_deposit_amount bigint not null default 0;
update customer_balance b set late_deposit_amount = s.amount
from (
  select o.organization_id, o.customer_id, o.legal_entity_id, o.currency, sum(o.amount_due)::bigint as amount
  from open_item o
  join customer_balance k on k.organization_id = o.organization_id and k.customer_id = o.customer_id
    and k.legal_entity_id = o.legal_entity_id and k.currency = o.currency
  where o.is_deposit and o.amount_due > 0 and (k.turns_on = 'infinity' or o.due_date < k.turns_on - 1)
  group by o.organization_id, o.customer_id, o.legal_entity_id, o.currency
) s
where b.organization_id = s.organization_id and b.customer_id = s.customer_id and b.legal_entity_id = s.legal_entity_id
  and b.currency = s.currency;
create or replace function open_item_asks_for_count() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into balance_to_count (organization_id, customer_id) select distinct organization_id, customer_id from added;
  elsif tg_op = 'DELETE' then
    insert into balance_to_count (organization_id, customer_id) select distinct organization_id, customer_id from gone;
  else
    insert into balance_to_count (organization_id, customer_id)
    select distinct v.organization_id, v.customer_id
    from gone o
    join added n on n.organization_id = o.organization_id and n.id = o.id
    cross join lateral (values (o.organization_id, o.customer_id), (n.organization_id, n.customer_id)) v (organization_id, customer_id)
    where (o.amount_due, o.amount, o.issue_date, o.due_date, o.customer_id, o.legal_entity_id, o.currency, o.is_deposit)
       is distinct from (n.amount_due, n.amount, n.issue_date, n.due_date, n.customer_id, n.legal_entity_id, n.currency, n.is_deposit);
  end if;
  return null;
end $$;

-- What a decision in force leads to, as lists filter by it: a contact of that kind, 'hold', or 'none'.
alter table current_decision add column leads_to text generated always as (
  case
    when kind = 'take' then coalesce(channel, 'email')
    when kind = 'hold' and channel is not null and (because in ('humanToday', 'decision')
      or because in ('tooSoon', 'notWorkingDay') and until is not null) then channel
    when kind = 'hold' then 'hold'
    when next_on is not null and channel is not null then channel
    else 'none'
  end) stored;
create index current_decision_leads_to on current_decision (organization_id, leads_to, customer_id, legal_entity_id);

-- Part of a number, found by the three signs that follow one another in it. Row-level security lets no such index be
-- used by the application itself (the comparison is not one that keeps secrets), so these functions run as the owner
-- and look at the current organisation only; they answer with ids, which are then read under the rules of everybody.
create function signs_in_threes(organization bigint, given text) returns bigint[] language plpgsql immutable strict parallel safe as $$
declare
  plain text := quittance.plain_text(given);
  found bigint[] := '{}';
  three integer;
begin
  for place in 1 .. length(plain) - 2 loop
    three := ascii(substr(plain, place, 1)) * 1021 + ascii(substr(plain, place + 1, 1)) * 127 + ascii(substr(plain, place + 2, 1));
    found := found || (organization << 24) + (three & 16777215);
  end loop;
  return found;
end $$;
create index invoice_by_part_of_number on invoice using gin (signs_in_threes(organization_id, number));
create index invoice_by_total on invoice (organization_id, total_amount);
create index payment_by_part_of_reference on payment using gin (signs_in_threes(organization_id, reference))
  where reference is not null;

-- Invoices whose number holds these signs, at most so many. Less than three signs: none.
create function invoices_numbered(typed text, at_most integer) returns setof bigint
  language sql stable security definer rows 100 set search_path = quittance, pg_temp
  as $$
    select i.id from invoice i
    where i.organization_id = current_organization() and length(typed) > 2
      and signs_in_threes(i.organization_id, i.number) @> signs_in_threes(current_organization(), typed)
      and position(plain_text(typed) in plain_text(i.number)) > 0
    limit at_most
  $$;
create function payments_referenced(typed text, at_most integer) returns setof bigint
  language sql stable security definer rows 100 set search_path = quittance, pg_temp
  as $$
    select p.id from payment p
    where p.organization_id = current_organization() and length(typed) > 2 and p.reference is not null
      and signs_in_threes(p.organization_id, p.reference) @> signs_in_threes(current_organization(), typed)
      and position(plain_text(typed) in plain_text(p.reference)) > 0
    limit at_most
  $$;
revoke all on function invoices_numbered(text, integer), payments_referenced(text, integer) from public;
grant execute on function invoices_numbered(text, integer), payments_referenced(text, integer) to quittance_app;
create index customer_balance_late on customer_balance (organization_id, customer_id, legal_entity_id) where late_items > 0;
create index customer_automatic on customer (organization_id, id) where automatic_means;
