-- A sales rep or a project manager sees, and writes, what hangs on the customers of the own portfolio: those they are the
-- rep or the owner of, the parents and subsidiaries of these, and those about whom a task is in their hands. Which these are is asked once, when a
-- transaction begins (platform/database/db.ts); policies read that setting and nothing else.

-- 'all', or the keys of the customers whom this person may see; '{}' for none.
create function portfolio_of(asked_organization bigint, asked_person bigint) returns text
  language plpgsql stable security definer set search_path = quittance, pg_temp as $$
begin
  if asked_person is null or not exists (
    select from person p
    where p.organization_id = asked_organization and p.id = asked_person and p.role in ('sales', 'project')) then
    return 'all';
  end if;
  return (
    with mine as (
      select c.id, c.parent_id from customer c where c.organization_id = asked_organization and c.sales_rep_id = asked_person
      union
      select c.id, c.parent_id from customer c where c.organization_id = asked_organization and c.collector_id = asked_person
    )
    select coalesce(array_agg(f.id), '{}')::text
    from (
      select id from mine
      union
      select parent_id from mine where parent_id is not null
      union
      select k.id from mine join customer k on k.organization_id = asked_organization and k.parent_id = mine.id
      union
      select t.customer_id from task t
      where t.organization_id = asked_organization and t.assignee_id = asked_person and t.customer_id is not null
    ) f);
end $$;
revoke execute on function portfolio_of(bigint, bigint) from public;
grant execute on function portfolio_of(bigint, bigint) to quittance_app;
create index task_of_assignee on task (organization_id, assignee_id, customer_id) where customer_id is not null;

-- True, or null: «is not null» is what the planner takes for nearly always so, and then lists are read as if no policy
-- were there. A transaction that never said whose portfolio it looks with sees nobody's.
create function sees_whole_house() returns boolean language sql stable parallel safe as $$
  select nullif(coalesce(current_setting('app.portfolio', true), '') = 'all'
    or coalesce(current_setting('app.whole_house', true), '') = 'on', false) $$;
create function own_customers() returns setof bigint language sql stable parallel safe rows 500 as $$
  select unnest((case when coalesce(current_setting('app.portfolio', true), '') in ('', 'all') then '{}'
    else current_setting('app.portfolio', true) end)::bigint[]) $$;
grant execute on function sees_whole_house() to quittance_app;
grant execute on function own_customers() to quittance_app;

create or replace function sees_every_task() returns boolean language sql stable parallel safe
  as $$ select sees_whole_house() is not null $$;
create or replace function sees_bank() returns boolean language sql stable parallel safe
  as $$ select sees_whole_house() is not null $$;

-- Rows that name their customer.
create procedure keep_in_portfolio(target regclass, customer name default 'customer_id') language plpgsql as $$
begin
  execute format('create policy of_own_portfolio on %s as restrictive to quittance_app
    using ((select sees_whole_house()) is not null or %I in (select own from own_customers() own))', target, customer);
end $$;
-- Rows that belong to a row of another table: seen and written with it.
create procedure keep_with(target regclass, owner_table regclass, owner_column name) language plpgsql as $$
begin
  execute format('create policy of_own_portfolio on %s as restrictive to quittance_app
    using ((select sees_whole_house()) is not null or exists (
      select from %s o where o.organization_id = %s.organization_id and o.id = %s.%I))',
    target, owner_table, target, target, owner_column);
end $$;

drop policy of_own_portfolio on promise;
drop policy of_own_portfolio on promise_item;
drop policy of_own_portfolio on payment_plan;
drop policy of_own_portfolio on payment_plan_item;
drop policy of_own_portfolio on payment_plan_instalment;
drop policy of_own_portfolio on extra_delay;
drop policy of_own_portfolio on declared_profile;
drop policy of_own_portfolio on payer_profile;
drop policy of_own_portfolio on dispute;
drop policy of_own_portfolio on dispute_item;
drop policy of_own_portfolio on dispute_event;
drop policy of_own_portfolio on dispute_file;
drop policy answers_of_own_customers on answer;
drop policy answers_of_own_customers on answer_source;
drop policy task_of_portfolio on task;
drop policy task_of_portfolio on task_event;
drop policy task_of_portfolio on task_item;
drop policy task_of_portfolio on task_recurrence;
drop function answers_seen_by(bigint);
create or replace function in_own_portfolio(customer bigint) returns boolean language sql stable parallel safe
  as $$ select sees_whole_house() is not null or customer in (select own from own_customers() own) $$;

call keep_in_portfolio('answer');
call keep_in_portfolio('balance_to_count');
call keep_in_portfolio('bank_hold');
call keep_in_portfolio('contact');
call keep_in_portfolio('current_decision');
call keep_in_portfolio('customer_alias', 'kept_id');
call keep_in_portfolio('customer_balance');
call keep_in_portfolio('customer_iban');
call keep_in_portfolio('customer_interest_rate');
call keep_in_portfolio('customer_total');
call keep_in_portfolio('decision');
call keep_in_portfolio('declared_profile');
call keep_in_portfolio('dispute');
call keep_in_portfolio('exchange');
call keep_in_portfolio('extra_delay');
call keep_in_portfolio('handover');
call keep_in_portfolio('insolvency');
call keep_in_portfolio('invoice');
call keep_in_portfolio('open_item');
call keep_in_portfolio('payer_profile');
call keep_in_portfolio('payment');
call keep_in_portfolio('payment_plan');
call keep_in_portfolio('promise');
call keep_in_portfolio('reminder');

call keep_with('answer_source', 'answer', 'answer_id');
call keep_with('bounced_address', 'answer', 'answer_id');
call keep_with('dispute_event', 'dispute', 'dispute_id');
call keep_with('dispute_file', 'dispute', 'dispute_id');
call keep_with('dispute_item', 'dispute', 'dispute_id');
call keep_with('formal_notice_item', 'open_item', 'open_item_id');
call keep_with('handover_item', 'handover', 'handover_id');
call keep_with('interest_decision', 'invoice', 'invoice_id');
call keep_with('invoice_file', 'invoice', 'invoice_id');
call keep_with('invoice_fingerprint', 'invoice', 'invoice_id');
call keep_with('invoice_identifier', 'invoice', 'invoice_id');
call keep_with('invoice_scenario', 'invoice', 'invoice_id');
call keep_with('law_alarm', 'task', 'task_id');
call keep_with('ledger_item', 'invoice', 'invoice_id');
call keep_with('letter_posting', 'task', 'task_id');
call keep_with('limitation_act_item', 'open_item', 'open_item_id');
call keep_with('payment_instruction', 'invoice', 'invoice_id');
call keep_with('payment_plan_instalment', 'payment_plan', 'payment_plan_id');
call keep_with('payment_plan_item', 'payment_plan', 'payment_plan_id');
call keep_with('payment_reversal', 'payment', 'payment_id');
call keep_with('promise_item', 'promise', 'promise_id');
call keep_with('reminder_item', 'reminder', 'reminder_id');
call keep_with('reminder_sum', 'reminder', 'reminder_id');
call keep_with('step_taken', 'open_item', 'open_item_id');
call keep_with('task_event', 'task', 'task_id');
call keep_with('task_item', 'task', 'task_id');
call keep_with('write_off', 'open_item', 'open_item_id');

-- What settles the own due lines is seen, whoever paid; settled, or taken back, with what is in the portfolio only.
create policy of_own_portfolio on allocation as restrictive to quittance_app
  using ((select sees_whole_house()) is not null or exists (
    select from open_item i where i.organization_id = allocation.organization_id and i.id = allocation.open_item_id))
  with check ((select sees_whole_house()) is not null or exists (
      select from open_item i where i.organization_id = allocation.organization_id and i.id = allocation.open_item_id)
    and (payment_id is null or exists (
      select from payment p where p.organization_id = allocation.organization_id and p.id = allocation.payment_id))
    and (credit_item_id is null or exists (
      select from open_item c where c.organization_id = allocation.organization_id and c.id = allocation.credit_item_id)));

-- A new customer of one's own is not in the setting yet when its row is looked at.
create policy of_own_portfolio on customer as restrictive to quittance_app
  using ((select sees_whole_house()) is not null or id in (select own from own_customers() own)
    or sales_rep_id = (select current_person()));
create policy of_own_portfolio on task as restrictive to quittance_app
  using ((select sees_whole_house()) is not null or customer_id in (select own from own_customers() own)
    or customer_id is null and (assignee_id = (select current_person()) or created_by = (select current_person())));
create policy of_own_portfolio on task_recurrence as restrictive to quittance_app
  using ((select sees_whole_house()) is not null or customer_id in (select own from own_customers() own)
    or customer_id is null and (assignee_id = (select current_person()) or created_by = (select current_person())));
create policy of_own_portfolio on journal as restrictive to quittance_app
  using ((select sees_whole_house()) is not null or customer_id in (select own from own_customers() own)
    or customer_id is null and person_id = (select current_person()));
create policy of_own_portfolio on not_double as restrictive to quittance_app
  using ((select sees_whole_house()) is not null or customer_id in (select own from own_customers() own)
    and other_id in (select own from own_customers() own));
create policy of_own_portfolio on merged_image as restrictive to quittance_app
  using ((select sees_whole_house()) is not null or exists (
    select from customer_alias a
    where a.organization_id = merged_image.organization_id and a.customer_id = merged_image.customer_id));
create policy of_own_portfolio on merged_row as restrictive to quittance_app
  using ((select sees_whole_house()) is not null or exists (
    select from customer_alias a
    where a.organization_id = merged_row.organization_id and a.customer_id = merged_row.customer_id));
create policy of_own_portfolio on formal_notice as restrictive to quittance_app
  using ((select sees_whole_house()) is not null or exists (
    select from formal_notice_item i
    where i.organization_id = formal_notice.organization_id and i.formal_notice_id = formal_notice.id));
create policy of_own_portfolio on limitation_act as restrictive to quittance_app
  using ((select sees_whole_house()) is not null or exists (
    select from limitation_act_item i
    where i.organization_id = limitation_act.organization_id and i.limitation_act_id = limitation_act.id));
-- Cheques of several customers may be handed in together: the slip is seen with one's own, and by who wrote it.
create policy of_own_portfolio on deposit_slip as restrictive to quittance_app
  using ((select sees_whole_house()) is not null or entered_by = (select current_person()) or exists (
    select from payment p where p.organization_id = deposit_slip.organization_id and p.deposit_slip_id = deposit_slip.id));

-- Sums over all customers: every act adds its line, whoever acts; lists of a portfolio are counted.
create procedure keep_added_to(target regclass) language plpgsql as $$
declare act text;
begin
  foreach act in array array['select', 'update', 'delete'] loop
    execute format('create policy no_%s_for_portfolios on %s as restrictive for %s to quittance_app using ((select sees_bank()))',
      act, target, act);
  end loop;
end $$;
call keep_added_to('payment_tally');
call keep_added_to('reminder_tally');

-- Files and ledgers hold the rows of every customer; addresses that refuse our mail, everybody's.
call keep_from_portfolios('correction');
call keep_from_portfolios('dropped_file');
call keep_from_portfolios('import_change');
call keep_from_portfolios('refusal');
call keep_from_portfolios('refused_address');
call keep_from_portfolios('seen_file');
call keep_from_portfolios('source');
call keep_from_portfolios('source_allocation');
call keep_from_portfolios('source_balance');
call keep_from_portfolios('source_customer');
call keep_from_portfolios('source_file');
call keep_from_portfolios('source_file_part');
call keep_from_portfolios('source_payment');
call keep_from_portfolios('source_row');
call keep_from_portfolios('stated_invoices');

-- What may be in nobody's portfolio is looked up for the whole house.
create or replace function code_of_alias_stays() returns trigger language plpgsql as $$
declare before text := coalesce(current_setting('app.whole_house', true), '');
begin
  perform set_config('app.whole_house', 'on', true);
  if exists (
    select from added n
    join customer_alias a on a.organization_id = n.organization_id and a.code = n.code and a.customer_id <> n.id) then
    raise exception 'a customer merged into another one has this code' using errcode = 'unique_violation';
  end if;
  perform set_config('app.whole_house', before, true);
  return null;
end $$;
create or replace function contact_keeps_refusal() returns trigger language plpgsql as $$
declare before text := coalesce(current_setting('app.whole_house', true), '');
begin
  if new.email_refused_on is null and new.email <> '' and (tg_op = 'INSERT' or lower(new.email) is distinct from lower(old.email)) then
    perform set_config('app.whole_house', 'on', true);
    select r.refused_on, r.reply into new.email_refused_on, new.email_refusal from refused_address r
    where r.organization_id = new.organization_id and r.address = lower(new.email);
    perform set_config('app.whole_house', before, true);
  end if;
  return new;
end $$;

-- A rep's new customers are in the portfolio from then on, also within the transaction that made them.
create or replace function customer_starts_owing_nothing() returns trigger language plpgsql as $$
begin
  if current_setting('app.portfolio', true) like '{%' then
    perform set_config('app.portfolio', (current_setting('app.portfolio')::bigint[] || array(select id from added))::text, true);
  end if;
  insert into customer_total (organization_id, customer_id) select organization_id, id from added;
  return null;
end $$;

-- Neither given away nor taken: a rep changes neither whose customer this is, nor makes another's the parent of it.
create function customer_stays_in_portfolio() returns trigger language plpgsql as $$
begin
  if sees_whole_house() is not null or coalesce(current_setting('app.portfolio', true), '') not like '{%' then
    return new;
  end if;
  if tg_op = 'UPDATE' and new.sales_rep_id is distinct from old.sales_rep_id
    or new.parent_id is not null and new.parent_id not in (select own from own_customers() own) then
    raise exception 'a customer changes portfolio by the hand of accounting or a director' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger customer_stays_in_portfolio before insert or update of sales_rep_id, parent_id on customer
  for each row execute function customer_stays_in_portfolio();

-- Looked for with the eyes of the owner: no further than the portfolio.
create or replace function invoices_numbered(typed text, at_most integer) returns setof bigint
  language sql stable security definer rows 100 set search_path = quittance, pg_temp as $$
    select i.id from invoice i
    where i.organization_id = current_organization() and length(typed) > 2
      and signs_in_threes(i.organization_id, i.number) @> signs_in_threes(current_organization(), typed)
      and position(plain_text(typed) in plain_text(i.number)) > 0
      and ((select sees_whole_house()) is not null or i.customer_id in (select own from own_customers() own))
    limit at_most
  $$;
create or replace function payments_referenced(typed text, at_most integer) returns setof bigint
  language sql stable security definer rows 100 set search_path = quittance, pg_temp as $$
    select p.id from payment p
    where p.organization_id = current_organization() and length(typed) > 2 and p.reference is not null
      and signs_in_threes(p.organization_id, p.reference) @> signs_in_threes(current_organization(), typed)
      and position(plain_text(typed) in plain_text(p.reference)) > 0
      and ((select sees_whole_house()) is not null or p.customer_id in (select own from own_customers() own))
    limit at_most
  $$;

-- How common a text is, asked of a portfolio, is how common it is there.
create or replace function is_common_in_numbers(typed text) returns boolean language sql stable as $$
    select count(*) filter (where position(plain_text(typed) in plain_text(s.number)) > 0) * 50 > count(*)
    from (
      select sample.number
      from (
        select min(id) as first, max(id) - min(id) as span from open_item
        where organization_id = current_organization() and (select sees_whole_house()) is not null
      ) a
      cross join generate_series(0, 4) place
      cross join lateral (
        select number from open_item
        where organization_id = current_organization() and id >= a.first + a.span * place / 5
        order by id limit 200) sample
      union all
      (select f.number from open_item f
       where f.organization_id = current_organization() and (select sees_whole_house()) is null
         and f.customer_id = any(array(select own from own_customers() own))
       limit 1000)
    ) s
  $$;
create or replace function is_common_in_references(typed text) returns boolean language sql stable as $$
    select count(*) filter (where position(plain_text(typed) in plain_text(s.reference)) > 0) * 50 > count(*)
    from (
      select sample.reference
      from (
        select min(id) as first, max(id) - min(id) as span from payment
        where organization_id = current_organization() and (select sees_whole_house()) is not null
      ) a
      cross join generate_series(0, 4) place
      cross join lateral (
        select reference from payment
        where organization_id = current_organization() and id >= a.first + a.span * place / 5
        order by id limit 200) sample
      union all
      (select f.reference from payment f
       where f.organization_id = current_organization() and (select sees_whole_house()) is null
         and f.customer_id = any(array(select own from own_customers() own))
       limit 1000)
    ) s
  $$;
