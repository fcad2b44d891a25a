-- Written from the migrated database (UPDATE_GOLDEN=1, server/src/platform/database/schema/dump.test.ts); do not edit.

CREATE OR REPLACE FUNCTION quittance.allocation_judges_promises()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare touched record;
begin
  for touched in select organization_id, array_agg(distinct open_item_id) as items from moved group by 1 loop
    perform judge_for_whole_house(touched.organization_id, touched.items, '{}');
  end loop;
  return null;
end $function$

CREATE OR REPLACE FUNCTION quittance.allocation_moves_amounts()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (
    select from added a
    join open_item i on i.organization_id = a.organization_id and i.id = a.open_item_id
    left join payment p on p.organization_id = a.organization_id and p.id = a.payment_id
    left join open_item c on c.organization_id = a.organization_id and c.id = a.credit_item_id
    where coalesce(p.currency, c.currency, i.currency) <> i.currency
       or coalesce(p.legal_entity_id, c.legal_entity_id, i.legal_entity_id) <> i.legal_entity_id
       or i.amount < 0 or c.amount > 0) then
    raise exception 'an allocation joins one currency, one legal entity, and a credit to a debt' using errcode = 'check_violation';
  end if;
  if exists (
    select from added a
    join allocation r on r.organization_id = a.organization_id and r.id = a.reverses_id
    where r.amount <> -a.amount or r.open_item_id <> a.open_item_id or r.payment_id is distinct from a.payment_id
       or r.credit_item_id is distinct from a.credit_item_id or r.difference is distinct from a.difference) then
    raise exception 'a reversing allocation is the exact opposite of the one it reverses' using errcode = 'check_violation';
  end if;
  update open_item i set amount_due = i.amount_due - s.amount
  from (select organization_id, open_item_id, sum(amount)::bigint as amount from added group by 1, 2) s
  where i.organization_id = s.organization_id and i.id = s.open_item_id;
  update payment p set unallocated = p.unallocated - s.amount
  from (select organization_id, payment_id, sum(amount)::bigint as amount from added where payment_id is not null group by 1, 2) s
  where p.organization_id = s.organization_id and p.id = s.payment_id;
  update open_item c set amount_due = c.amount_due + s.amount
  from (select organization_id, credit_item_id, sum(amount)::bigint as amount from added where credit_item_id is not null group by 1, 2) s
  where c.organization_id = s.organization_id and c.id = s.credit_item_id;
  return null;
end $function$

CREATE OR REPLACE FUNCTION quittance.api_key_of(hash_asked bytea)
 RETURNS TABLE(organization_id bigint, id bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'quittance', 'pg_temp'
AS $function$ select k.organization_id, k.id from api_key k where k.secret_hash = hash_asked and k.revoked_at is null $function$
-- may be called by: quittance_app

CREATE OR REPLACE FUNCTION quittance.change_password(account_changed text, password_hash text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'auth', 'pg_temp'
AS $function$
  update auth.account set password = password_hash, "updatedAt" = now()
  where "userId" = account_changed and "providerId" = 'credential';
  delete from auth.session where "userId" = account_changed;
$function$
-- may be called by: quittance_app

CREATE OR REPLACE FUNCTION quittance.code_of_alias_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION quittance.contact_keeps_refusal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare before text := coalesce(current_setting('app.whole_house', true), '');
begin
  if new.email_refused_on is null and new.email <> '' and (tg_op = 'INSERT' or lower(new.email) is distinct from lower(old.email)) then
    perform set_config('app.whole_house', 'on', true);
    select r.refused_on, r.reply into new.email_refused_on, new.email_refusal from refused_address r
    where r.organization_id = new.organization_id and r.address = lower(new.email);
    perform set_config('app.whole_house', before, true);
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION quittance.current_organization()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.organization', true), '')::bigint $function$

CREATE OR REPLACE FUNCTION quittance.current_person()
 RETURNS bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select nullif(current_setting('app.person', true), '')::bigint $function$

CREATE OR REPLACE FUNCTION quittance.customer_starts_owing_nothing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if current_setting('app.portfolio', true) like '{%' then
    perform set_config('app.portfolio', (current_setting('app.portfolio')::bigint[] || array(select id from added))::text, true);
  end if;
  insert into customer_total (organization_id, customer_id) select organization_id, id from added;
  return null;
end $function$

CREATE OR REPLACE FUNCTION quittance.customer_stays_in_portfolio()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if sees_whole_house() is not null or coalesce(current_setting('app.portfolio', true), '') not like '{%' then
    return new;
  end if;
  if tg_op = 'UPDATE' and new.sales_rep_id is distinct from old.sales_rep_id
    or new.parent_id is not null and new.parent_id not in (select own from own_customers() own) then
    raise exception 'a customer changes portfolio by the hand of accounting or a director' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$

CREATE OR REPLACE FUNCTION quittance.found_organization(name_given text, demo boolean)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'quittance', 'pg_temp'
AS $function$ insert into organization (name, is_demo) values (name_given, demo) returning organization_id $function$
-- may be called by: quittance_app

CREATE OR REPLACE FUNCTION quittance.has_accounts()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'auth', 'pg_temp'
AS $function$ select exists (select from auth."user") $function$
-- may be called by: quittance_app

CREATE OR REPLACE FUNCTION quittance.in_own_portfolio(customer bigint)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select sees_whole_house() is not null or customer in (select own from own_customers() own) $function$
-- may be called by: public, quittance_app

CREATE OR REPLACE FUNCTION quittance.invoice_names_its_lines()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update open_item set number = new.number, is_deposit = new.kind = 'deposit'
  where organization_id = new.organization_id and invoice_id = new.id;
  return null;
end $function$

CREATE OR REPLACE FUNCTION quittance.invoices_numbered(typed text, at_most integer)
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO 'quittance', 'pg_temp'
AS $function$
    select i.id from invoice i
    where i.organization_id = current_organization() and length(typed) > 2
      and signs_in_threes(i.organization_id, i.number) @> signs_in_threes(current_organization(), typed)
      and position(plain_text(typed) in plain_text(i.number)) > 0
      and ((select sees_whole_house()) is not null or i.customer_id in (select own from own_customers() own))
    limit at_most
  $function$
-- may be called by: quittance_app

CREATE OR REPLACE FUNCTION quittance.is_common_in_numbers(typed text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
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
  $function$

CREATE OR REPLACE FUNCTION quittance.is_common_in_references(typed text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
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
  $function$

CREATE OR REPLACE FUNCTION quittance.is_mobile(typed text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case
    when n ~ '^0[67]\d{8}$' then true
    when n ~ '^\+(33|262|590|594|596)' then n ~ '^\+(33[67]\d{8}|262(69[23]|639)\d{6}|59069[01]\d{6}|596696\d{6}|594694\d{6})$'
    else n ~ '^\+[1-9]\d{7,14}$' end
  from (select regexp_replace(regexp_replace(coalesce(typed, ''), '\(0\)|[\s./()\u00a0\u202f-]', '', 'g'), '^00', '+') as n) plain $function$

CREATE OR REPLACE FUNCTION quittance.judge_for_whole_house(asked_organization bigint, items bigint[], promises bigint[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare before text := coalesce(current_setting('app.whole_house', true), '');
begin
  perform set_config('app.whole_house', 'on', true);
  perform judge_promises(asked_organization, array(
    select unnest(promises)
    union
    select l.promise_id from promise_item l where l.organization_id = asked_organization and l.open_item_id = any(items)));
  perform set_config('app.whole_house', before, true);
end $function$
-- may be called by: public, quittance_app

CREATE OR REPLACE FUNCTION quittance.judge_promises(asked_organization bigint, asked bigint[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
declare
  family bigint[];
  receipt record;
  promised record;
  rest bigint;
  part bigint;
  filled jsonb := '{}';
begin
  with recursive related (id) as (
    select unnest(asked)
    union
    select other.promise_id
    from related r
    join promise_item mine on mine.organization_id = asked_organization and mine.promise_id = r.id
    join promise_item other on other.organization_id = asked_organization and other.open_item_id = mine.open_item_id
  )
  select array_agg(p.id) into family
  from related r join promise p on p.organization_id = asked_organization and p.id = r.id and p.withdrawn_on is null;
  for receipt in
    select a.open_item_id as item, a.amount, coalesce(y.received_on, a.allocated_on) as paid_on,
      greatest(y.received_on, a.allocated_on) as counted_on
    from (
      select distinct open_item_id from promise_item where organization_id = asked_organization and promise_id = any(family)
    ) i
    join allocation a on a.organization_id = asked_organization and a.open_item_id = i.open_item_id
    left join payment y on y.organization_id = a.organization_id and y.id = a.payment_id
    where a.difference is null and a.reverses_id is null
      and not exists (select from allocation v where v.organization_id = a.organization_id and v.reverses_id = a.id)
    order by 3, a.id
  loop
    rest := receipt.amount;
    for promised in
      select p.id, p.amount, coalesce(l.amount, p.amount) as item_amount
      from promise_item l
      join promise p on p.organization_id = l.organization_id and p.id = l.promise_id
      where l.organization_id = asked_organization and l.open_item_id = receipt.item and p.id = any(family)
        and p.noted_on <= receipt.counted_on and p.kept_until >= receipt.paid_on
      order by p.promised_for, p.id
    loop
      part := least(rest, promised.amount - coalesce((filled ->> promised.id::text)::bigint, 0),
        promised.item_amount - coalesce((filled ->> (promised.id || '/' || receipt.item))::bigint, 0));
      if part > 0 then
        filled := filled || jsonb_build_object(
          promised.id::text, coalesce((filled ->> promised.id::text)::bigint, 0) + part,
          promised.id || '/' || receipt.item, coalesce((filled ->> (promised.id || '/' || receipt.item))::bigint, 0) + part);
        rest := rest - part;
      end if;
    end loop;
  end loop;
  update promise p set received = s.received
  from (
    select id, coalesce((filled ->> id::text)::bigint, 0) as received from unnest(family) id
    union
    select id, 0 from unnest(asked) id where id <> all (coalesce(family, '{}'))
  ) s
  where p.organization_id = asked_organization and p.id = s.id and p.received <> s.received;
end $function$

CREATE OR REPLACE PROCEDURE quittance.keep_added_to(IN target regclass)
 LANGUAGE plpgsql
AS $procedure$
declare act text;
begin
  foreach act in array array['select', 'update', 'delete'] loop
    execute format('create policy no_%s_for_portfolios on %s as restrictive for %s to quittance_app using ((select sees_bank()))',
      act, target, act);
  end loop;
end $procedure$

CREATE OR REPLACE PROCEDURE quittance.keep_apart(IN target regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy own_organization on %s to quittance_app
       using (organization_id = (select current_organization()))
       with check (organization_id = (select current_organization()))', target);
  execute format('create policy maintenance on %s to quittance_maintenance using (true) with check (true)', target);
end $procedure$

CREATE OR REPLACE PROCEDURE quittance.keep_from_portfolios(IN target regclass)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create policy bank_is_not_for_portfolios on %s as restrictive to quittance_app
    using ((select sees_bank())) with check ((select sees_bank()))', target);
end $procedure$

CREATE OR REPLACE PROCEDURE quittance.keep_in_portfolio(IN target regclass, IN customer name DEFAULT 'customer_id'::name)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create policy of_own_portfolio on %s as restrictive to quittance_app
    using ((select sees_whole_house()) is not null or %I in (select own from own_customers() own))', target, customer);
end $procedure$

CREATE OR REPLACE PROCEDURE quittance.keep_with(IN target regclass, IN owner_table regclass, IN owner_column name)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create policy of_own_portfolio on %s as restrictive to quittance_app
    using ((select sees_whole_house()) is not null or exists (
      select from %s o where o.organization_id = %s.organization_id and o.id = %s.%I))',
    target, owner_table, target, target, owner_column);
end $procedure$

CREATE OR REPLACE FUNCTION quittance.learn_sizes()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'quittance', 'pg_temp'
AS $function$
declare unknown regclass;
begin
  for unknown in
    select oid from pg_class
    where relnamespace = 'quittance'::regnamespace and relkind = 'r' and reltuples <= 0 and pg_relation_size(oid) > 0
  loop
    execute format('analyze %s', unknown);
  end loop;
end $function$
-- may be called by: quittance_app

CREATE OR REPLACE FUNCTION quittance.memberships_of(auth_user_asked text)
 RETURNS TABLE(organization_id bigint, person_id bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'quittance', 'pg_temp'
AS $function$ select p.organization_id, p.id from person p where p.auth_user = auth_user_asked and p.is_active order by 1 $function$
-- may be called by: quittance_app

CREATE OR REPLACE FUNCTION quittance.moment()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, clock_timestamp())
$function$

CREATE OR REPLACE FUNCTION quittance.open_account(name_given text, email_given text, password_hash text)
 RETURNS text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'auth', 'pg_temp'
AS $function$
declare made text := gen_random_uuid();
begin
  insert into auth."user" (id, name, email, "emailVerified") values (made, name_given, lower(email_given), false);
  insert into auth.account (id, "accountId", "providerId", "userId", password, "updatedAt")
  values (gen_random_uuid(), made, 'credential', made, password_hash, now());
  return made;
end $function$
-- may be called by: quittance_app

CREATE OR REPLACE FUNCTION quittance.open_item_asks_for_count()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
    where (o.amount_due, o.amount, o.issue_date, o.due_date, o.customer_id, o.legal_entity_id, o.currency, o.is_deposit, o.written_off_on)
       is distinct from (n.amount_due, n.amount, n.issue_date, n.due_date, n.customer_id, n.legal_entity_id, n.currency, n.is_deposit, n.written_off_on);
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION quittance.open_item_starts_whole()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION quittance.organization_ids()
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'quittance', 'pg_temp'
AS $function$ select organization_id from organization order by organization_id $function$
-- may be called by: quittance_app

CREATE OR REPLACE FUNCTION quittance.own_customers()
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE PARALLEL SAFE ROWS 500
AS $function$
  select unnest((case when coalesce(current_setting('app.portfolio', true), '') in ('', 'all') then '{}'
    else current_setting('app.portfolio', true) end)::bigint[]) $function$
-- may be called by: public, quittance_app

CREATE OR REPLACE FUNCTION quittance.payment_asks_for_count()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into balance_to_count (organization_id, customer_id) select distinct organization_id, customer_id from added;
  else
    insert into balance_to_count (organization_id, customer_id)
    select distinct n.organization_id, n.customer_id
    from gone o join added n on n.organization_id = o.organization_id and n.id = o.id
    where o.unallocated <> n.unallocated;
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION quittance.payment_is_tallied()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into payment_tally (organization_id, currency, payments, amount, unallocated_payments, unallocated)
    select organization_id, currency, count(*), sum(amount), count(*) filter (where unallocated > 0), sum(unallocated)
    from added group by organization_id, currency;
  else
    insert into payment_tally (organization_id, currency, amount, unallocated_payments, unallocated)
    select n.organization_id, n.currency, sum(n.amount - o.amount),
      sum((n.unallocated > 0)::integer - (o.unallocated > 0)::integer), sum(n.unallocated - o.unallocated)
    from gone o
    join added n on n.organization_id = o.organization_id and n.id = o.id
    where n.unallocated <> o.unallocated or n.amount <> o.amount
    group by n.organization_id, n.currency;
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION quittance.payment_leaves_tally()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare reversed boolean := exists (
  select from payment_reversal r where r.organization_id = old.organization_id and r.payment_id = old.id);
begin
  insert into payment_tally (organization_id, currency, payments, amount, unallocated_payments, unallocated)
  values (old.organization_id, old.currency, -1, case when reversed then 0 else -old.amount end,
    -(old.unallocated > 0)::integer, -old.unallocated);
  -- With its reversal, which then finds no payment to tell about.
  if reversed then
    insert into payment_tally (organization_id, currency, reversed_payments, reversed)
    values (old.organization_id, old.currency, -1, -old.amount);
  end if;
  return old;
end $function$

CREATE OR REPLACE FUNCTION quittance.payment_starts_unallocated()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.unallocated := new.amount;
  return new;
end $function$

CREATE OR REPLACE FUNCTION quittance.payments_referenced(typed text, at_most integer)
 RETURNS SETOF bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO 'quittance', 'pg_temp'
AS $function$
    select p.id from payment p
    where p.organization_id = current_organization() and length(typed) > 2 and p.reference is not null
      and signs_in_threes(p.organization_id, p.reference) @> signs_in_threes(current_organization(), typed)
      and position(plain_text(typed) in plain_text(p.reference)) > 0
      and ((select sees_whole_house()) is not null or p.customer_id in (select own from own_customers() own))
    limit at_most
  $function$
-- may be called by: quittance_app

CREATE OR REPLACE FUNCTION quittance.plain_text(given text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN translate(lower((given COLLATE "C")), 'ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖÙÚÛÜÝŸàáâãäåçèéêëìíîïñòóôõöùúûüýÿ'::text, 'aaaaaaceeeeiiiinooooouuuuyyaaaaaaceeeeiiiinooooouuuuyy'::text)

CREATE OR REPLACE FUNCTION quittance.plan_holds_items()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update payment_plan_item set holds = new.ended_on is null
  where organization_id = new.organization_id and payment_plan_id = new.id and holds <> (new.ended_on is null);
  return null;
end $function$

CREATE OR REPLACE FUNCTION quittance.plan_item_is_held()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.holds := (select ended_on is null from payment_plan where organization_id = new.organization_id and id = new.payment_plan_id);
  return new;
end $function$

CREATE OR REPLACE FUNCTION quittance.portfolio_of(asked_organization bigint, asked_person bigint)
 RETURNS text
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'quittance', 'pg_temp'
AS $function$
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
end $function$
-- may be called by: quittance_app

CREATE OR REPLACE FUNCTION quittance.promise_is_believed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  new.kept_until := coalesce(new.kept_until, new.promised_for);
  new.enough := coalesce(new.enough, new.amount);
  return new;
end $function$

CREATE OR REPLACE FUNCTION quittance.promise_is_judged()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform judge_for_whole_house(new.organization_id, '{}', array[new.id]);
  return null;
end $function$

CREATE OR REPLACE FUNCTION quittance.promise_items_are_judged()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare touched record;
begin
  for touched in select organization_id, array_agg(distinct promise_id) as promises from moved group by 1 loop
    perform judge_for_whole_house(touched.organization_id, '{}', touched.promises);
  end loop;
  return null;
end $function$

CREATE OR REPLACE FUNCTION quittance.reminder_is_tallied()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into reminder_tally (organization_id, state, tone, messages)
    select organization_id, state, tone, count(*) from added group by 1, 2, 3;
  else
    insert into reminder_tally (organization_id, state, tone, messages)
    select v.organization_id, v.state, v.tone, sum(v.sign)
    from gone o
    join added n on n.organization_id = o.organization_id and n.id = o.id and (n.state, n.tone) <> (o.state, o.tone)
    cross join lateral (values (o.organization_id, o.state, o.tone, -1), (n.organization_id, n.state, n.tone, 1)) v (organization_id, state, tone, sign)
    group by 1, 2, 3;
    insert into reminder_tally (organization_id, state, tone, currency, items, amount)
    select v.organization_id, v.state, v.tone, s.currency, sum(v.sign * s.items), sum(v.sign * s.amount)
    from gone o
    join added n on n.organization_id = o.organization_id and n.id = o.id and (n.state, n.tone) <> (o.state, o.tone)
    join reminder_sum s on s.organization_id = o.organization_id and s.reminder_id = o.id
    cross join lateral (values (o.organization_id, o.state, o.tone, -1), (n.organization_id, n.state, n.tone, 1)) v (organization_id, state, tone, sign)
    group by 1, 2, 3, 4;
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION quittance.reminder_items_are_summed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT' then
    insert into reminder_sum as s (organization_id, reminder_id, currency, items, amount)
    select organization_id, reminder_id, currency, count(*), sum(amount_due) from added group by 1, 2, 3
    on conflict (organization_id, reminder_id, currency) do update
    set items = s.items + excluded.items, amount = s.amount + excluded.amount;
    insert into reminder_tally (organization_id, state, tone, currency, items, amount)
    select r.organization_id, r.state, r.tone, a.currency, sum(a.items), sum(a.amount)
    from (select organization_id, reminder_id, currency, count(*) as items, sum(amount_due) as amount from added group by 1, 2, 3) a
    join reminder r on r.organization_id = a.organization_id and r.id = a.reminder_id
    group by 1, 2, 3, 4;
  elsif tg_op = 'UPDATE' then
    insert into reminder_tally (organization_id, state, tone, currency, amount)
    select r.organization_id, r.state, r.tone, n.currency, sum(n.amount_due - o.amount_due)
    from gone o
    join added n on n.organization_id = o.organization_id and n.reminder_id = o.reminder_id and n.open_item_id = o.open_item_id
    join reminder r on r.organization_id = n.organization_id and r.id = n.reminder_id
    where n.amount_due <> o.amount_due
    group by 1, 2, 3, 4;
    update reminder_sum s set amount = s.amount + a.amount
    from (
      select n.organization_id, n.reminder_id, n.currency, sum(n.amount_due - o.amount_due)::bigint as amount
      from gone o
      join added n on n.organization_id = o.organization_id and n.reminder_id = o.reminder_id and n.open_item_id = o.open_item_id
      group by 1, 2, 3
    ) a
    where s.organization_id = a.organization_id and s.reminder_id = a.reminder_id and s.currency = a.currency and a.amount <> 0;
  else
    insert into reminder_tally (organization_id, state, tone, currency, items, amount)
    select r.organization_id, r.state, r.tone, a.currency, -sum(a.items), -sum(a.amount)
    from (select organization_id, reminder_id, currency, count(*) as items, sum(amount_due) as amount from gone group by 1, 2, 3) a
    join reminder r on r.organization_id = a.organization_id and r.id = a.reminder_id
    group by 1, 2, 3, 4;
    update reminder_sum s set items = s.items - a.items, amount = s.amount - a.amount
    from (select organization_id, reminder_id, currency, count(*) as items, sum(amount_due)::bigint as amount from gone group by 1, 2, 3) a
    where s.organization_id = a.organization_id and s.reminder_id = a.reminder_id and s.currency = a.currency;
  end if;
  return null;
end $function$

CREATE OR REPLACE FUNCTION quittance.reminder_leaves_tally()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into reminder_tally (organization_id, state, tone, messages) values (old.organization_id, old.state, old.tone, -1);
  insert into reminder_tally (organization_id, state, tone, currency, items, amount)
  select organization_id, old.state, old.tone, currency, -items, -amount from reminder_sum
  where organization_id = old.organization_id and reminder_id = old.id;
  delete from reminder_sum where organization_id = old.organization_id and reminder_id = old.id;
  return old;
end $function$

CREATE OR REPLACE FUNCTION quittance.remove_demo_organization(asked bigint)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'quittance', 'pg_temp'
AS $function$
begin
  if not exists (select from organization o where o.organization_id = asked and o.is_demo) then
    raise exception 'organization % is not the example company', asked using errcode = 'check_violation';
  end if;
  delete from bank_match m where m.organization_id = asked;
  delete from bank_rule r where r.organization_id = asked;
  delete from learnt_line l where l.organization_id = asked;
  delete from allocation a where a.organization_id = asked;
  delete from payment_reversal p where p.organization_id = asked;
  delete from payment p where p.organization_id = asked;
  delete from reminder r where r.organization_id = asked;
  delete from decision d where d.organization_id = asked;
  delete from task t where t.organization_id = asked;
  delete from bank_line b where b.organization_id = asked;
  delete from bank_statement s where s.organization_id = asked;
  delete from bank_account a where a.organization_id = asked;
  delete from source_file f where f.organization_id = asked;
  delete from invoice i where i.organization_id = asked;
  update customer c set parent_id = null where c.organization_id = asked and c.parent_id is not null;
  delete from customer c where c.organization_id = asked;
  delete from scenario s where s.organization_id = asked;
  delete from organization o where o.organization_id = asked;
end $function$
-- may be called by: quittance_app

CREATE OR REPLACE FUNCTION quittance.reversal_empties_payment()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare left_to_reverse bigint;
begin
  select p.amount - p.unallocated into left_to_reverse from payment p
  where p.organization_id = new.organization_id and p.id = new.payment_id for update;
  if left_to_reverse <> 0 then
    raise exception 'reverse the allocations of payment % first', new.payment_id using errcode = 'check_violation';
  end if;
  update payment p set unallocated = 0 where p.organization_id = new.organization_id and p.id = new.payment_id;
  return new;
end $function$

CREATE OR REPLACE FUNCTION quittance.reversal_is_tallied()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare sign integer := case tg_op when 'INSERT' then 1 else -1 end;
declare told payment_reversal := case tg_op when 'INSERT' then new else old end;
begin
  insert into payment_tally (organization_id, currency, amount, reversed_payments, reversed)
  select p.organization_id, p.currency, -sign * p.amount, sign, sign * p.amount
  from payment p where p.organization_id = told.organization_id and p.id = told.payment_id;
  return null;
end $function$

CREATE OR REPLACE FUNCTION quittance.sees_bank()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select sees_whole_house() is not null $function$
-- may be called by: public, quittance_app

CREATE OR REPLACE FUNCTION quittance.sees_every_task()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select sees_whole_house() is not null $function$

CREATE OR REPLACE FUNCTION quittance.sees_whole_house()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select nullif(coalesce(current_setting('app.portfolio', true), '') = 'all'
    or coalesce(current_setting('app.whole_house', true), '') = 'on', false) $function$
-- may be called by: public, quittance_app

CREATE OR REPLACE FUNCTION quittance.signs_in_threes(organization bigint, given text)
 RETURNS bigint[]
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
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
end $function$

CREATE OR REPLACE FUNCTION quittance.sms_parts()
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'quittance', 'pg_temp'
AS $function$
  select most_parts from sms_gateway where organization_id = current_organization() and is_active $function$
-- may be called by: quittance_app

create table allocation (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  open_item_id bigint not null,
  payment_id bigint,
  credit_item_id bigint,
  difference text,
  amount bigint not null,
  allocated_on date not null,
  reverses_id bigint,
  entered_by bigint,
  entered_at timestamp with time zone default clock_timestamp() not null,
  constraint allocation_pkey PRIMARY KEY (organization_id, id),
  constraint allocation_organization_id_reverses_id_key UNIQUE (organization_id, reverses_id),
  constraint allocation_amount_check CHECK ((amount <> 0)),
  constraint allocation_check CHECK ((num_nonnulls(payment_id, credit_item_id, difference) = 1)),
  constraint allocation_check1 CHECK (((reverses_id IS NULL) = (amount > 0))),
  constraint allocation_difference_check CHECK ((difference = ANY (ARRAY['bankFee'::text, 'discount'::text, 'rounding'::text]))),
  constraint allocation_organization_id_credit_item_id_fkey FOREIGN KEY (organization_id, credit_item_id) REFERENCES open_item(organization_id, id) ON DELETE CASCADE,
  constraint allocation_organization_id_open_item_id_fkey FOREIGN KEY (organization_id, open_item_id) REFERENCES open_item(organization_id, id) ON DELETE CASCADE,
  constraint allocation_organization_id_payment_id_fkey FOREIGN KEY (organization_id, payment_id) REFERENCES payment(organization_id, id) ON DELETE CASCADE,
  constraint allocation_organization_id_reverses_id_fkey FOREIGN KEY (organization_id, reverses_id) REFERENCES allocation(organization_id, id) ON DELETE CASCADE
);
comment on table allocation is 'payments: which payment, credit note or difference settles which open item, to the cent';
CREATE INDEX allocation_of_credit ON allocation USING btree (organization_id, credit_item_id) WHERE (credit_item_id IS NOT NULL);
CREATE INDEX allocation_of_item ON allocation USING btree (organization_id, open_item_id, allocated_on);
CREATE INDEX allocation_of_payment ON allocation USING btree (organization_id, payment_id) WHERE (payment_id IS NOT NULL);
CREATE TRIGGER allocation_gone_judges_promises AFTER DELETE ON allocation REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION allocation_judges_promises();
CREATE TRIGGER allocation_judges_promises AFTER INSERT ON allocation REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION allocation_judges_promises();
CREATE TRIGGER allocation_moves_amounts AFTER INSERT ON allocation REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION allocation_moves_amounts();
alter table allocation enable row level security, force row level security;
create policy maintenance on allocation for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on allocation as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM open_item i
  WHERE ((i.organization_id = allocation.organization_id) AND (i.id = allocation.open_item_id))))) with check ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR ((EXISTS ( SELECT
   FROM open_item i
  WHERE ((i.organization_id = allocation.organization_id) AND (i.id = allocation.open_item_id)))) AND ((payment_id IS NULL) OR (EXISTS ( SELECT
   FROM payment p
  WHERE ((p.organization_id = allocation.organization_id) AND (p.id = allocation.payment_id))))) AND ((credit_item_id IS NULL) OR (EXISTS ( SELECT
   FROM open_item c
  WHERE ((c.organization_id = allocation.organization_id) AND (c.id = allocation.credit_item_id)))))));
create policy own_organization on allocation for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select on allocation to quittance_app;

create table answer (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  legal_entity_id bigint not null,
  uid_validity bigint not null,
  uid bigint not null,
  content_sha256 bytea not null,
  message_id text,
  class text not null,
  from_name text not null,
  from_address text not null,
  subject text not null,
  received_at timestamp with time zone not null,
  received_on date not null,
  body text not null,
  signature text default ''::text not null,
  quoted text default ''::text not null,
  html text default ''::text not null,
  files jsonb default '[]'::jsonb not null,
  returns_on date,
  size bigint not null,
  is_partial boolean default false not null,
  reminder_id bigint,
  customer_id bigint,
  contact_id bigint,
  found_by text,
  exchange_id bigint,
  read_by bigint,
  read_at timestamp with time zone,
  dismissed_by bigint,
  dismissed_at timestamp with time zone,
  source_removed_on date,
  constraint answer_pkey PRIMARY KEY (organization_id, id),
  constraint answer_organization_id_content_sha256_key UNIQUE (organization_id, content_sha256),
  constraint answer_class_check CHECK ((class = ANY (ARRAY['reply'::text, 'autoReply'::text, 'outOfOffice'::text, 'bounce'::text, 'delayed'::text, 'delivered'::text, 'complaint'::text, 'receipt'::text]))),
  constraint answer_content_sha256_check CHECK ((length(content_sha256) = 32)),
  constraint answer_found_by_check CHECK ((found_by = ANY (ARRAY['message'::text, 'invoice'::text, 'address'::text, 'person'::text]))),
  constraint answer_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE,
  constraint answer_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table answer is 'dunning: a message that came back, what it is and whom it concerns';
CREATE INDEX answer_by_place ON answer USING btree (organization_id, legal_entity_id, uid_validity, uid);
CREATE INDEX answer_of_customer ON answer USING btree (organization_id, customer_id, received_at DESC) WHERE (customer_id IS NOT NULL);
CREATE INDEX answer_to_sort ON answer USING btree (organization_id, received_at DESC) WHERE ((customer_id IS NULL) AND (dismissed_at IS NULL));
CREATE INDEX answer_unread ON answer USING btree (organization_id, customer_id) WHERE ((class = 'reply'::text) AND (read_at IS NULL) AND (dismissed_at IS NULL) AND (customer_id IS NOT NULL));
CREATE INDEX answer_with_source ON answer USING btree (organization_id, received_on) WHERE (source_removed_on IS NULL);
alter table answer enable row level security, force row level security;
create policy maintenance on answer for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on answer as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on answer for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on answer to quittance_app;

create table answer_source (
  organization_id bigint not null,
  answer_id bigint not null,
  content bytea not null,
  constraint answer_source_pkey PRIMARY KEY (organization_id, answer_id),
  constraint answer_source_organization_id_answer_id_fkey FOREIGN KEY (organization_id, answer_id) REFERENCES answer(organization_id, id) ON DELETE CASCADE
);
comment on table answer_source is 'dunning: the message as it came, kept as evidence';
alter table answer_source enable row level security, force row level security;
create policy maintenance on answer_source for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on answer_source as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM answer o
  WHERE ((o.organization_id = answer_source.organization_id) AND (o.id = answer_source.answer_id)))));
create policy own_organization on answer_source for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on answer_source to quittance_app;

create table api_key (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  legal_entity_id bigint not null,
  name text not null,
  secret_hash bytea not null,
  ending text not null,
  may_apply boolean default false not null,
  made_by bigint not null,
  made_at timestamp with time zone default clock_timestamp() not null,
  last_used_on date,
  revoked_by bigint,
  revoked_at timestamp with time zone,
  constraint api_key_pkey PRIMARY KEY (organization_id, id),
  constraint api_key_check CHECK (((revoked_by IS NULL) = (revoked_at IS NULL))),
  constraint api_key_name_check CHECK ((name <> ''::text)),
  constraint api_key_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE,
  constraint api_key_organization_id_legal_entity_id_fkey FOREIGN KEY (organization_id, legal_entity_id) REFERENCES legal_entity(organization_id, id),
  constraint api_key_organization_id_made_by_fkey FOREIGN KEY (organization_id, made_by) REFERENCES person(organization_id, id),
  constraint api_key_organization_id_revoked_by_fkey FOREIGN KEY (organization_id, revoked_by) REFERENCES person(organization_id, id)
);
comment on table api_key is 'people: the key of a program that pushes invoices';
CREATE INDEX api_key_by_secret ON api_key USING btree (secret_hash);
alter table api_key enable row level security, force row level security;
create policy maintenance on api_key for all to quittance_maintenance using (true) with check (true);
create policy own_organization on api_key for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant insert, select, update on api_key to quittance_app;

create table balance_to_count (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  customer_id bigint not null,
  constraint balance_to_count_pkey PRIMARY KEY (organization_id, id),
  constraint balance_to_count_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table balance_to_count is 'customers: whose open items or payments changed since their balance was counted';
alter table balance_to_count enable row level security, force row level security;
create policy maintenance on balance_to_count for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on balance_to_count as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on balance_to_count for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on balance_to_count to quittance_app;

create table bank_account (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  legal_entity_id bigint not null,
  name text not null,
  iban text,
  written text,
  currency text not null,
  is_active boolean default true not null,
  created_at timestamp with time zone default clock_timestamp() not null,
  constraint bank_account_pkey PRIMARY KEY (organization_id, id),
  constraint bank_account_organization_id_iban_currency_key UNIQUE (organization_id, iban, currency),
  constraint bank_account_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint bank_account_name_check CHECK ((name <> ''::text)),
  constraint bank_account_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE,
  constraint bank_account_organization_id_legal_entity_id_fkey FOREIGN KEY (organization_id, legal_entity_id) REFERENCES legal_entity(organization_id, id)
);
comment on table bank_account is 'reconciliation: an account of a firm, recognised by its IBAN or by what its bank calls it';
CREATE UNIQUE INDEX bank_account_written ON bank_account USING btree (organization_id, written, currency) WHERE (iban IS NULL);
alter table bank_account enable row level security, force row level security;
create policy bank_is_not_for_portfolios on bank_account as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on bank_account for all to quittance_maintenance using (true) with check (true);
create policy own_organization on bank_account for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on bank_account to quittance_app;

create table bank_hold (
  organization_id bigint not null,
  bank_line_id bigint not null,
  customer_id bigint not null,
  since timestamp with time zone default clock_timestamp() not null,
  booked_on date not null,
  payment_id bigint,
  id bigint generated by default as identity not null,
  constraint bank_hold_pkey PRIMARY KEY (organization_id, id),
  constraint bank_hold_organization_id_bank_line_id_customer_id_key UNIQUE (organization_id, bank_line_id, customer_id),
  constraint bank_hold_organization_id_bank_line_id_fkey FOREIGN KEY (organization_id, bank_line_id) REFERENCES bank_line(organization_id, id) ON DELETE CASCADE,
  constraint bank_hold_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE,
  constraint bank_hold_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE,
  constraint bank_hold_organization_id_payment_id_fkey FOREIGN KEY (organization_id, payment_id) REFERENCES payment(organization_id, id) ON DELETE CASCADE
);
comment on table bank_hold is 'reconciliation: a customer whose reminders wait for a bank line to be settled';
CREATE INDEX bank_hold_of_customer ON bank_hold USING btree (organization_id, customer_id);
alter table bank_hold enable row level security, force row level security;
create policy maintenance on bank_hold for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on bank_hold as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on bank_hold for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on bank_hold to quittance_app;

create table bank_line (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  legal_entity_id bigint not null,
  booked_on date not null,
  label text not null,
  currency text not null,
  amount bigint not null,
  customer_id bigint,
  state text default 'unmatched'::text not null,
  bank_account_id bigint,
  bank_statement_id bigint,
  identity text,
  file_line integer,
  value_on date,
  kind text default 'other'::text not null,
  operation text,
  remittance text default ''::text not null,
  creditor_reference text,
  documents text[] default '{}'::text[] not null,
  end_to_end_id text,
  mandate text,
  other_name text,
  other_ultimate_name text,
  other_iban text,
  bank_reference text,
  is_batch boolean default false not null,
  returned_reason text,
  returned_text text,
  original_amount bigint,
  original_currency text,
  charges bigint,
  proposals jsonb default '[]'::jsonb not null,
  confidence text,
  proposed_at timestamp with time zone,
  plain_label text collate "C" generated always as ("left"(plain_text(((COALESCE(other_name, ''::text) || ' '::text) || label)), 500)) stored,
  proposed_from text,
  is_hands_off boolean default false not null,
  constraint bank_line_pkey PRIMARY KEY (organization_id, id),
  constraint bank_line_organization_id_bank_account_id_identity_key UNIQUE (organization_id, bank_account_id, identity),
  constraint bank_line_amount_check CHECK ((amount <> 0)),
  constraint bank_line_check CHECK (((bank_account_id IS NULL) = (identity IS NULL))),
  constraint bank_line_confidence_check CHECK ((confidence = ANY (ARRAY['almostCertain'::text, 'probable'::text, 'toCheck'::text, 'toSearch'::text]))),
  constraint bank_line_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint bank_line_kind_check CHECK ((kind = ANY (ARRAY['transfer'::text, 'directDebit'::text, 'chequeDeposit'::text, 'card'::text, 'billOfExchange'::text, 'returned'::text, 'fee'::text, 'other'::text]))),
  constraint bank_line_state_check CHECK ((state = ANY (ARRAY['unmatched'::text, 'suggested'::text, 'matched'::text, 'ignored'::text]))),
  constraint bank_line_organization_id_bank_account_id_fkey FOREIGN KEY (organization_id, bank_account_id) REFERENCES bank_account(organization_id, id),
  constraint bank_line_organization_id_bank_statement_id_fkey FOREIGN KEY (organization_id, bank_statement_id) REFERENCES bank_statement(organization_id, id),
  constraint bank_line_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE,
  constraint bank_line_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE,
  constraint bank_line_organization_id_legal_entity_id_fkey FOREIGN KEY (organization_id, legal_entity_id) REFERENCES legal_entity(organization_id, id)
);
comment on table bank_line is 'reconciliation: a line of a bank statement; while it may concern a customer, that customer is not chased';
CREATE INDEX bank_line_by_day ON bank_line USING btree (organization_id, booked_on DESC, id DESC);
CREATE INDEX bank_line_counted ON bank_line USING btree (organization_id, state, currency) INCLUDE (bank_account_id, amount, confidence);
CREATE INDEX bank_line_listed ON bank_line USING btree (organization_id, state, booked_on DESC, id DESC) INCLUDE (bank_account_id, currency, amount, customer_id, confidence, plain_label);
CREATE INDEX bank_line_of_reference ON bank_line USING btree (organization_id, bank_reference) WHERE (bank_reference IS NOT NULL);
CREATE INDEX bank_line_open ON bank_line USING btree (organization_id, booked_on, id) WHERE (state = ANY (ARRAY['unmatched'::text, 'suggested'::text]));
CREATE INDEX bank_line_pending ON bank_line USING btree (organization_id, customer_id) WHERE (state = ANY (ARRAY['unmatched'::text, 'suggested'::text]));
alter table bank_line enable row level security, force row level security;
create policy bank_is_not_for_portfolios on bank_line as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on bank_line for all to quittance_maintenance using (true) with check (true);
create policy own_organization on bank_line for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on bank_line to quittance_app;

create table bank_match (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  bank_line_id bigint not null,
  kind text not null,
  by_itself boolean default false not null,
  proposal jsonb default '{}'::jsonb not null,
  matched_by bigint,
  matched_at timestamp with time zone default clock_timestamp() not null,
  undone_by bigint,
  undone_at timestamp with time zone,
  constraint bank_match_pkey PRIMARY KEY (organization_id, id),
  constraint bank_match_kind_check CHECK ((kind = ANY (ARRAY['paysItems'::text, 'alreadyRecorded'::text, 'customerCredit'::text, 'notACustomer'::text, 'returned'::text]))),
  constraint bank_match_organization_id_bank_line_id_fkey FOREIGN KEY (organization_id, bank_line_id) REFERENCES bank_line(organization_id, id)
);
comment on table bank_match is 'reconciliation: what a bank line was settled as, by whom, and whether it was undone';
CREATE UNIQUE INDEX bank_match_in_force ON bank_match USING btree (organization_id, bank_line_id) WHERE (undone_at IS NULL);
CREATE INDEX bank_match_of_line ON bank_match USING btree (organization_id, bank_line_id, id);
alter table bank_match enable row level security, force row level security;
create policy bank_is_not_for_portfolios on bank_match as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on bank_match for all to quittance_maintenance using (true) with check (true);
create policy own_organization on bank_match for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on bank_match to quittance_app;

create table bank_match_payment (
  organization_id bigint not null,
  bank_match_id bigint not null,
  payment_id bigint not null,
  how text not null,
  constraint bank_match_payment_pkey PRIMARY KEY (organization_id, bank_match_id, payment_id),
  constraint bank_match_payment_how_check CHECK ((how = ANY (ARRAY['entered'::text, 'recorded'::text, 'reversed'::text]))),
  constraint bank_match_payment_organization_id_bank_match_id_fkey FOREIGN KEY (organization_id, bank_match_id) REFERENCES bank_match(organization_id, id) ON DELETE CASCADE,
  constraint bank_match_payment_organization_id_payment_id_fkey FOREIGN KEY (organization_id, payment_id) REFERENCES payment(organization_id, id) ON DELETE CASCADE
);
comment on table bank_match_payment is 'reconciliation: the payments that a bank line entered, stands for, or took back';
CREATE INDEX bank_match_of_payment ON bank_match_payment USING btree (organization_id, payment_id);
alter table bank_match_payment enable row level security, force row level security;
create policy bank_is_not_for_portfolios on bank_match_payment as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on bank_match_payment for all to quittance_maintenance using (true) with check (true);
create policy own_organization on bank_match_payment for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on bank_match_payment to quittance_app;

create table bank_rule (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  iban text,
  wording text,
  customer_id bigint,
  learnt_from_line_id bigint,
  taught_by bigint,
  taught_at timestamp with time zone default clock_timestamp() not null,
  removed_by bigint,
  removed_at timestamp with time zone,
  constraint bank_rule_pkey PRIMARY KEY (organization_id, id),
  constraint bank_rule_check CHECK ((num_nonnulls(iban, wording) = 1)),
  constraint bank_rule_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE,
  constraint bank_rule_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table bank_rule is 'reconciliation: an IBAN or a wording that leads to a customer, or to none';
CREATE UNIQUE INDEX bank_rule_in_force ON bank_rule USING btree (organization_id, COALESCE(iban, ''::text), COALESCE(wording, ''::text)) WHERE (removed_at IS NULL);
alter table bank_rule enable row level security, force row level security;
create policy bank_is_not_for_portfolios on bank_rule as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on bank_rule for all to quittance_maintenance using (true) with check (true);
create policy own_organization on bank_rule for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on bank_rule to quittance_app;

create table bank_statement (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  bank_account_id bigint not null,
  written text not null,
  statement_name text,
  file_name text not null,
  file_sha256 bytea not null,
  rank integer not null,
  format text not null,
  opening_amount bigint,
  opening_on date,
  closing_amount bigint,
  closing_on date,
  from_day date,
  to_day date,
  difference bigint,
  line_count integer not null,
  new_line_count integer not null,
  warnings jsonb default '[]'::jsonb not null,
  brought_by bigint,
  brought_at timestamp with time zone default clock_timestamp() not null,
  is_statement boolean default false not null,
  constraint bank_statement_pkey PRIMARY KEY (organization_id, id),
  constraint bank_statement_organization_id_bank_account_id_file_sha256__key UNIQUE (organization_id, bank_account_id, file_sha256, rank),
  constraint bank_statement_file_sha256_check CHECK ((length(file_sha256) = 32)),
  constraint bank_statement_format_check CHECK ((format = ANY (ARRAY['camt'::text, 'cfonb120'::text, 'mt940'::text, 'ofx'::text, 'csv'::text]))),
  constraint bank_statement_organization_id_bank_account_id_fkey FOREIGN KEY (organization_id, bank_account_id) REFERENCES bank_account(organization_id, id)
);
comment on table bank_statement is 'reconciliation: what a bank says of one account over some days';
CREATE INDEX bank_statement_by_day ON bank_statement USING btree (organization_id, bank_account_id, to_day DESC, id DESC);
CREATE INDEX bank_statement_chained ON bank_statement USING btree (organization_id, bank_account_id, from_day, to_day, id) INCLUDE (opening_amount, opening_on, closing_amount, closing_on);
alter table bank_statement enable row level security, force row level security;
create policy bank_is_not_for_portfolios on bank_statement as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on bank_statement for all to quittance_maintenance using (true) with check (true);
create policy own_organization on bank_statement for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on bank_statement to quittance_app;

create table bounced_address (
  organization_id bigint not null,
  answer_id bigint not null,
  address text not null,
  fate text not null,
  reason text not null,
  status text,
  diagnostic text not null,
  constraint bounced_address_pkey PRIMARY KEY (organization_id, answer_id, address),
  constraint bounced_address_fate_check CHECK ((fate = ANY (ARRAY['dead'::text, 'wait'::text, 'ours'::text, 'complained'::text]))),
  constraint bounced_address_organization_id_answer_id_fkey FOREIGN KEY (organization_id, answer_id) REFERENCES answer(organization_id, id) ON DELETE CASCADE
);
comment on table bounced_address is 'dunning: an address that a message of ours did not reach, or that wants none';
CREATE INDEX bounced_address_by_address ON bounced_address USING btree (organization_id, address);
alter table bounced_address enable row level security, force row level security;
create policy maintenance on bounced_address for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on bounced_address as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM answer o
  WHERE ((o.organization_id = bounced_address.organization_id) AND (o.id = bounced_address.answer_id)))));
create policy own_organization on bounced_address for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on bounced_address to quittance_app;

create table contact (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  customer_id bigint not null,
  civility text,
  first_name text,
  last_name text,
  job_title text,
  role text default 'other'::text not null,
  email text,
  phone text,
  receives_reminders boolean default true not null,
  email_refused_on date,
  email_refusal text,
  created_at timestamp with time zone default now() not null,
  away_until date,
  phone_refused text,
  constraint contact_pkey PRIMARY KEY (organization_id, id),
  constraint contact_civility_check CHECK ((civility = ANY (ARRAY['Mme'::text, 'M.'::text]))),
  constraint contact_role_check CHECK ((role = ANY (ARRAY['invoices'::text, 'accountsPayable'::text, 'escalation'::text, 'other'::text]))),
  constraint contact_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE
);
comment on table contact is 'customers: a person or a mailbox at the customer, with the role it plays';
CREATE INDEX contact_of_customer ON contact USING btree (organization_id, customer_id);
CREATE TRIGGER contact_keeps_refusal BEFORE INSERT OR UPDATE OF email ON contact FOR EACH ROW EXECUTE FUNCTION contact_keeps_refusal();
alter table contact enable row level security, force row level security;
create policy maintenance on contact for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on contact as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on contact for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on contact to quittance_app;

create table correction (
  organization_id bigint not null,
  source_file_id bigint not null,
  line integer not null,
  field text not null,
  value text not null,
  constraint correction_pkey PRIMARY KEY (organization_id, source_file_id, line, field),
  constraint correction_organization_id_source_file_id_fkey FOREIGN KEY (organization_id, source_file_id) REFERENCES source_file(organization_id, id) ON DELETE CASCADE
);
comment on table correction is 'imports: what a person typed in place of a refused value';
alter table correction enable row level security, force row level security;
create policy bank_is_not_for_portfolios on correction as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on correction for all to quittance_maintenance using (true) with check (true);
create policy own_organization on correction for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on correction to quittance_app;

create table current_decision (
  organization_id bigint not null,
  customer_id bigint not null,
  legal_entity_id bigint not null,
  decision_id bigint not null,
  decided_on date not null,
  kind text not null,
  because text not null,
  until date,
  step_key text,
  channel text,
  carrying_item_id bigint,
  next_on date,
  fingerprint text not null,
  leads_to text generated always as (
CASE
    WHEN (kind = 'take'::text) THEN COALESCE(channel, 'email'::text)
    WHEN ((kind = 'hold'::text) AND (channel IS NOT NULL) AND ((because = ANY (ARRAY['humanToday'::text, 'decision'::text])) OR ((because = ANY (ARRAY['tooSoon'::text, 'notWorkingDay'::text])) AND (until IS NOT NULL)))) THEN channel
    WHEN (kind = 'hold'::text) THEN 'hold'::text
    WHEN ((next_on IS NOT NULL) AND (channel IS NOT NULL)) THEN channel
    ELSE 'none'::text
END) stored,
  scenario_id bigint,
  scenario_from text,
  constraint current_decision_pkey PRIMARY KEY (organization_id, customer_id, legal_entity_id),
  constraint current_decision_kind_check CHECK ((kind = ANY (ARRAY['take'::text, 'hold'::text, 'rest'::text]))),
  constraint current_decision_scenario_from_check CHECK ((scenario_from = ANY (ARRAY['invoice'::text, 'customer'::text, 'rule'::text, 'organization'::text]))),
  constraint current_decision_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE
);
comment on table current_decision is 'dunning: the decision in force for each customer and legal entity';
CREATE INDEX current_decision_held ON current_decision USING btree (organization_id, customer_id, legal_entity_id) WHERE (kind = 'hold'::text);
CREATE INDEX current_decision_leads_to ON current_decision USING btree (organization_id, leads_to, customer_id, legal_entity_id);
alter table current_decision enable row level security, force row level security;
create policy maintenance on current_decision for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on current_decision as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on current_decision for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on current_decision to quittance_app;

create table customer (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  code text not null,
  name text not null,
  plain_name text collate "C" generated always as (plain_text(name)) stored,
  category text default 'company'::text not null,
  siren text,
  vat_number text,
  language text default 'fr'::text not null,
  currency text default 'EUR'::text not null,
  payment_terms text,
  automatic_means boolean default false not null,
  address_line1 text,
  address_line2 text,
  postcode text,
  city text,
  country text default 'FR'::text not null,
  phone text,
  sales_rep_id bigint,
  collector_id bigint,
  parent_id bigint,
  scenario_id bigint,
  credit_limit bigint,
  customer_since date,
  paused_on date,
  paused_until date,
  pause_note text,
  handed_over_on date,
  insolvency_on date,
  created_at timestamp with time zone default now() not null,
  trade_name text,
  plain_trade_name text collate "C" generated always as (plain_text(trade_name)) stored,
  account_code text,
  early_discount_basis_points integer,
  early_discount_days integer,
  awaited_parent_code text,
  constraint customer_pkey PRIMARY KEY (organization_id, id),
  constraint customer_organization_id_code_key UNIQUE (organization_id, code),
  constraint customer_account_code_check CHECK ((account_code <> ''::text)),
  constraint customer_category_check CHECK ((category = ANY (ARRAY['company'::text, 'publicBody'::text, 'individual'::text]))),
  constraint customer_check CHECK ((parent_id <> id)),
  constraint customer_code_check CHECK ((code <> ''::text)),
  constraint customer_credit_limit_check CHECK ((credit_limit >= 0)),
  constraint customer_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint customer_early_discount_basis_points_check CHECK (((early_discount_basis_points >= 1) AND (early_discount_basis_points <= 10000))),
  constraint customer_early_discount_days_check CHECK (((early_discount_days >= 0) AND (early_discount_days <= 365))),
  constraint customer_language_check CHECK ((language ~ '^[a-z]{2}$'::text)),
  constraint customer_name_check CHECK ((name <> ''::text)),
  constraint customer_trade_name_check CHECK ((trade_name <> ''::text)),
  constraint customer_organization_id_collector_id_fkey FOREIGN KEY (organization_id, collector_id) REFERENCES person(organization_id, id),
  constraint customer_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE,
  constraint customer_organization_id_parent_id_fkey FOREIGN KEY (organization_id, parent_id) REFERENCES customer(organization_id, id),
  constraint customer_organization_id_sales_rep_id_fkey FOREIGN KEY (organization_id, sales_rep_id) REFERENCES person(organization_id, id),
  constraint customer_organization_id_scenario_id_fkey FOREIGN KEY (organization_id, scenario_id) REFERENCES scenario(organization_id, id)
);
comment on table customer is 'customers: a firm, public body or person that is invoiced';
CREATE INDEX customer_automatic ON customer USING btree (organization_id, id) WHERE automatic_means;
CREATE INDEX customer_awaiting_parent ON customer USING btree (organization_id, awaited_parent_code) WHERE (awaited_parent_code IS NOT NULL);
CREATE INDEX customer_by_name ON customer USING btree (organization_id, plain_name, id) INCLUDE (code, siren);
CREATE INDEX customer_by_siren ON customer USING btree (organization_id, siren) WHERE (siren IS NOT NULL);
CREATE INDEX customer_by_trade_name ON customer USING btree (organization_id, plain_trade_name) WHERE (trade_name IS NOT NULL);
CREATE INDEX customer_of_collector ON customer USING btree (organization_id, collector_id);
CREATE INDEX customer_of_parent ON customer USING btree (organization_id, parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX customer_of_rep ON customer USING btree (organization_id, sales_rep_id);
CREATE INDEX customer_paused ON customer USING btree (organization_id, id) WHERE (paused_on IS NOT NULL);
CREATE TRIGGER customer_starts_owing_nothing AFTER INSERT ON customer REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION customer_starts_owing_nothing();
CREATE TRIGGER customer_stays_in_portfolio BEFORE INSERT OR UPDATE OF sales_rep_id, parent_id ON customer FOR EACH ROW EXECUTE FUNCTION customer_stays_in_portfolio();
CREATE TRIGGER customer_takes_no_alias AFTER INSERT ON customer REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION code_of_alias_stays();
CREATE TRIGGER customer_takes_no_alias_later AFTER UPDATE ON customer REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION code_of_alias_stays();
alter table customer enable row level security, force row level security;
create policy maintenance on customer for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on customer as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (id IN ( SELECT own.own
   FROM own_customers() own(own))) OR (sales_rep_id = ( SELECT current_person() AS current_person)));
create policy own_organization on customer for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on customer to quittance_app;

create table customer_alias (
  organization_id bigint not null,
  customer_id bigint not null,
  kept_id bigint not null,
  into_id bigint not null,
  code text not null,
  name text not null,
  plain_name text collate "C" generated always as (plain_text(name)) stored,
  siren text,
  vat_number text,
  merged_on date not null,
  merged_by bigint,
  merged_at timestamp with time zone default clock_timestamp() not null,
  was jsonb not null,
  changes jsonb default '{}'::jsonb not null,
  latest jsonb default '{}'::jsonb not null,
  constraint customer_alias_pkey PRIMARY KEY (organization_id, customer_id),
  constraint customer_alias_check CHECK ((kept_id <> customer_id)),
  constraint customer_alias_organization_id_kept_id_fkey FOREIGN KEY (organization_id, kept_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE
);
comment on table customer_alias is 'customers: a customer merged into another one, and under which names it was known';
CREATE INDEX customer_alias_by_code ON customer_alias USING btree (organization_id, code);
CREATE INDEX customer_alias_by_name ON customer_alias USING btree (organization_id, plain_name);
CREATE INDEX customer_alias_of_kept ON customer_alias USING btree (organization_id, kept_id);
alter table customer_alias enable row level security, force row level security;
create policy maintenance on customer_alias for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on customer_alias as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (kept_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on customer_alias for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on customer_alias to quittance_app;

create table customer_balance (
  organization_id bigint not null,
  customer_id bigint not null,
  legal_entity_id bigint not null,
  currency text not null,
  items integer default 0 not null,
  paid_items integer default 0 not null,
  paid_amount bigint default 0 not null,
  newest_on date,
  is_only boolean default false not null,
  not_due bigint default 0 not null,
  not_due_items integer default 0 not null,
  d1_30 bigint default 0 not null,
  d1_30_items integer default 0 not null,
  d31_60 bigint default 0 not null,
  d31_60_items integer default 0 not null,
  d61_90 bigint default 0 not null,
  d61_90_items integer default 0 not null,
  d90plus bigint default 0 not null,
  d90plus_items integer default 0 not null,
  late bigint generated always as ((((d1_30 + d31_60) + d61_90) + d90plus)) stored,
  late_items integer generated always as ((((d1_30_items + d31_60_items) + d61_90_items) + d90plus_items)) stored,
  late_deposits integer default 0 not null,
  oldest_due_date date,
  credit_notes bigint default 0 not null,
  unallocated bigint default 0 not null,
  turned_on date default '-infinity'::date not null,
  turns_on date default 'infinity'::date not null,
  late_deposit_amount bigint default 0 not null,
  constraint customer_balance_pkey PRIMARY KEY (organization_id, customer_id, legal_entity_id, currency),
  constraint customer_balance_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table customer_balance is 'customers: what a customer owes by age, counted from the open items';
CREATE INDEX customer_balance_late ON customer_balance USING btree (organization_id, customer_id, legal_entity_id) WHERE (late_items > 0);
CREATE INDEX customer_balance_turned ON customer_balance USING btree (organization_id, turned_on);
CREATE INDEX customer_balance_turns ON customer_balance USING btree (organization_id, turns_on);
alter table customer_balance enable row level security, force row level security;
create policy maintenance on customer_balance for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on customer_balance as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on customer_balance for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on customer_balance to quittance_app;

create table customer_iban (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  customer_id bigint not null,
  iban text not null,
  learnt_from text not null,
  added_by bigint,
  added_at timestamp with time zone default clock_timestamp() not null,
  constraint customer_iban_pkey PRIMARY KEY (organization_id, id),
  constraint customer_iban_organization_id_customer_id_iban_key UNIQUE (organization_id, customer_id, iban),
  constraint customer_iban_iban_check CHECK ((iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{8,30}$'::text)),
  constraint customer_iban_learnt_from_check CHECK ((learnt_from = ANY (ARRAY['file'::text, 'person'::text, 'bank'::text]))),
  constraint customer_iban_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE,
  constraint customer_iban_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table customer_iban is 'customers: an account that a customer pays from, and where that is known from';
CREATE INDEX customer_of_iban ON customer_iban USING btree (organization_id, iban);
alter table customer_iban enable row level security, force row level security;
create policy maintenance on customer_iban for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on customer_iban as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on customer_iban for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on customer_iban to quittance_app;

create table customer_interest_rate (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  customer_id bigint not null,
  rate integer,
  note text,
  set_by bigint,
  set_at timestamp with time zone default clock_timestamp() not null,
  constraint customer_interest_rate_pkey PRIMARY KEY (organization_id, id),
  constraint customer_interest_rate_rate_check CHECK (((rate >= 0) AND (rate <= 10000))),
  constraint customer_interest_rate_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE
);
comment on table customer_interest_rate is 'dunning: the rate of late interest agreed with a customer';
CREATE INDEX interest_rate_of_customer ON customer_interest_rate USING btree (organization_id, customer_id, id DESC);
alter table customer_interest_rate enable row level security, force row level security;
create policy maintenance on customer_interest_rate for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on customer_interest_rate as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on customer_interest_rate for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on customer_interest_rate to quittance_app;

create table customer_total (
  organization_id bigint not null,
  customer_id bigint not null,
  outstanding bigint default 0 not null,
  late bigint default 0 not null,
  late_items integer default 0 not null,
  late_since date default 'infinity'::date not null,
  constraint customer_total_pkey PRIMARY KEY (organization_id, customer_id),
  constraint customer_total_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE
);
comment on table customer_total is 'customers: what a customer owes in all, for the order of lists';
CREATE INDEX customer_total_by_late ON customer_total USING btree (organization_id, late, customer_id) INCLUDE (late_items);
CREATE INDEX customer_total_by_late_since ON customer_total USING btree (organization_id, late_since, customer_id);
CREATE INDEX customer_total_by_outstanding ON customer_total USING btree (organization_id, outstanding, customer_id);
alter table customer_total enable row level security, force row level security;
create policy maintenance on customer_total for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on customer_total as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on customer_total for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on customer_total to quittance_app;

create table decision (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  customer_id bigint not null,
  legal_entity_id bigint not null,
  decided_on date not null,
  kind text not null,
  because text not null,
  detail jsonb not null,
  decided_at timestamp with time zone default clock_timestamp() not null,
  constraint decision_pkey PRIMARY KEY (organization_id, id),
  constraint decision_kind_check CHECK ((kind = ANY (ARRAY['take'::text, 'hold'::text, 'rest'::text]))),
  constraint decision_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE,
  constraint decision_organization_id_legal_entity_id_fkey FOREIGN KEY (organization_id, legal_entity_id) REFERENCES legal_entity(organization_id, id)
);
comment on table decision is 'dunning: what was decided for a customer and why, kept for every day it changed';
CREATE INDEX decision_of_customer ON decision USING btree (organization_id, customer_id, legal_entity_id, id DESC);
alter table decision enable row level security, force row level security;
create policy maintenance on decision for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on decision as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on decision for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on decision to quittance_app;

create table declared_profile (
  organization_id bigint not null,
  customer_id bigint not null,
  profile text not null,
  note text not null,
  declared_on date not null,
  declared_by bigint,
  constraint declared_profile_pkey PRIMARY KEY (organization_id, customer_id),
  constraint declared_profile_note_check CHECK ((note <> ''::text)),
  constraint declared_profile_profile_check CHECK ((profile = ANY (ARRAY['unknown'::text, 'punctual'::text, 'forgetful'::text, 'slow'::text, 'struggling'::text, 'risky'::text]))),
  constraint declared_profile_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE,
  constraint declared_profile_organization_id_declared_by_fkey FOREIGN KEY (organization_id, declared_by) REFERENCES person(organization_id, id) ON DELETE SET NULL (declared_by)
);
comment on table declared_profile is 'payers: the profile a person chose for a customer, and why';
alter table declared_profile enable row level security, force row level security;
create policy maintenance on declared_profile for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on declared_profile as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on declared_profile for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on declared_profile to quittance_app;

create table default_scenario (
  organization_id bigint not null,
  category text not null,
  scenario_id bigint not null,
  constraint default_scenario_pkey PRIMARY KEY (organization_id, category),
  constraint default_scenario_category_check CHECK ((category = ANY (ARRAY['company'::text, 'publicBody'::text, 'individual'::text]))),
  constraint default_scenario_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE,
  constraint default_scenario_organization_id_scenario_id_fkey FOREIGN KEY (organization_id, scenario_id) REFERENCES scenario(organization_id, id) ON DELETE CASCADE
);
comment on table default_scenario is 'dunning: the scenario of a category of customers, for those who have none of their own';
alter table default_scenario enable row level security, force row level security;
create policy maintenance on default_scenario for all to quittance_maintenance using (true) with check (true);
create policy own_organization on default_scenario for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on default_scenario to quittance_app;

create table deposit_slip (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  number text not null,
  deposited_on date not null,
  entered_by bigint,
  entered_at timestamp with time zone default clock_timestamp() not null,
  constraint deposit_slip_pkey PRIMARY KEY (organization_id, id),
  constraint deposit_slip_organization_id_number_deposited_on_key UNIQUE (organization_id, number, deposited_on),
  constraint deposit_slip_number_check CHECK ((number <> ''::text)),
  constraint deposit_slip_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table deposit_slip is 'payments: cheques handed in together; its total is that of its payments';
alter table deposit_slip enable row level security, force row level security;
create policy maintenance on deposit_slip for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on deposit_slip as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (entered_by = ( SELECT current_person() AS current_person)) OR (EXISTS ( SELECT
   FROM payment p
  WHERE ((p.organization_id = deposit_slip.organization_id) AND (p.deposit_slip_id = deposit_slip.id)))));
create policy own_organization on deposit_slip for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on deposit_slip to quittance_app;

create table dispute (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  customer_id bigint not null,
  reason text not null,
  note text,
  opened_on date not null,
  opened_by bigint,
  owner_id bigint,
  turn text default 'ourTurn'::text not null,
  resolved_on date,
  resolution text,
  category_id bigint,
  deadline date,
  awaiting text,
  outcome text,
  resolved_by bigint,
  told text,
  linked_invoice_id bigint,
  stood jsonb,
  constraint dispute_pkey PRIMARY KEY (organization_id, id),
  constraint dispute_awaiting_check CHECK ((awaiting = ANY (ARRAY['creditNote'::text, 'correctedInvoice'::text]))),
  constraint dispute_outcome_check CHECK ((outcome = ANY (ARRAY['creditNote'::text, 'correctedInvoice'::text, 'rejected'::text, 'agreed'::text, 'settled'::text, 'undone'::text]))),
  constraint dispute_outcome_check1 CHECK (((resolved_on IS NULL) = (outcome IS NULL))),
  constraint dispute_reason_check CHECK ((reason = ANY (ARRAY['notReceived'::text, 'amount'::text, 'delivery'::text, 'quality'::text, 'purchaseOrder'::text, 'alreadyPaid'::text, 'other'::text]))),
  constraint dispute_turn_check CHECK ((turn = ANY (ARRAY['ourTurn'::text, 'customerTurn'::text, 'thirdTurn'::text]))),
  constraint dispute_organization_id_category_id_fkey FOREIGN KEY (organization_id, category_id) REFERENCES dispute_category(organization_id, id),
  constraint dispute_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE,
  constraint dispute_organization_id_linked_invoice_id_fkey FOREIGN KEY (organization_id, linked_invoice_id) REFERENCES invoice(organization_id, id) ON DELETE SET NULL (linked_invoice_id)
);
comment on table dispute is 'disputes: what the customer contests, and whose turn it is';
CREATE INDEX dispute_linked ON dispute USING btree (organization_id, linked_invoice_id) WHERE (linked_invoice_id IS NOT NULL);
CREATE INDEX dispute_open ON dispute USING btree (organization_id, customer_id) WHERE (resolved_on IS NULL);
CREATE INDEX dispute_owned ON dispute USING btree (organization_id, owner_id) WHERE (resolved_on IS NULL);
alter table dispute enable row level security, force row level security;
create policy maintenance on dispute for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on dispute as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on dispute for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on dispute to quittance_app;

create table dispute_category (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  name text not null,
  archived_on date,
  constraint dispute_category_pkey PRIMARY KEY (organization_id, id),
  constraint dispute_category_name_check CHECK ((name <> ''::text)),
  constraint dispute_category_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table dispute_category is 'disputes: a reason that the organisation added to those there are';
CREATE UNIQUE INDEX dispute_category_once ON dispute_category USING btree (organization_id, lower(name)) WHERE (archived_on IS NULL);
alter table dispute_category enable row level security, force row level security;
create policy maintenance on dispute_category for all to quittance_maintenance using (true) with check (true);
create policy own_organization on dispute_category for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on dispute_category to quittance_app;

create table dispute_event (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  dispute_id bigint not null,
  kind text not null,
  text text,
  detail jsonb default '{}'::jsonb not null,
  happened_on date not null,
  person_id bigint,
  written_at timestamp with time zone default moment() not null,
  constraint dispute_event_pkey PRIMARY KEY (organization_id, id),
  constraint dispute_event_kind_check CHECK ((kind = ANY (ARRAY['comment'::text, 'turn'::text, 'owner'::text, 'deadline'::text, 'awaiting'::text, 'part'::text, 'file'::text, 'resolved'::text, 'settled'::text, 'reopened'::text]))),
  constraint dispute_event_organization_id_dispute_id_fkey FOREIGN KEY (organization_id, dispute_id) REFERENCES dispute(organization_id, id) ON DELETE CASCADE
);
comment on table dispute_event is 'disputes: a comment, or what changed, in the course of a dispute';
CREATE INDEX event_of_dispute ON dispute_event USING btree (organization_id, dispute_id, id);
alter table dispute_event enable row level security, force row level security;
create policy maintenance on dispute_event for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on dispute_event as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM dispute o
  WHERE ((o.organization_id = dispute_event.organization_id) AND (o.id = dispute_event.dispute_id)))));
create policy own_organization on dispute_event for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on dispute_event to quittance_app;

create table dispute_file (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  dispute_id bigint not null,
  name text not null,
  media_type text not null,
  content bytea not null,
  added_by bigint,
  added_at timestamp with time zone default moment() not null,
  constraint dispute_file_pkey PRIMARY KEY (organization_id, id),
  constraint dispute_file_content_check CHECK (((length(content) >= 1) AND (length(content) <= 5242880))),
  constraint dispute_file_media_type_check CHECK ((media_type = ANY (ARRAY['application/pdf'::text, 'image/png'::text, 'image/jpeg'::text]))),
  constraint dispute_file_name_check CHECK ((name <> ''::text)),
  constraint dispute_file_organization_id_dispute_id_fkey FOREIGN KEY (organization_id, dispute_id) REFERENCES dispute(organization_id, id) ON DELETE CASCADE
);
comment on table dispute_file is 'disputes: a document that shows what is contested';
CREATE INDEX file_of_dispute ON dispute_file USING btree (organization_id, dispute_id);
alter table dispute_file enable row level security, force row level security;
create policy maintenance on dispute_file for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on dispute_file as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM dispute o
  WHERE ((o.organization_id = dispute_file.organization_id) AND (o.id = dispute_file.dispute_id)))));
create policy own_organization on dispute_file for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on dispute_file to quittance_app;

create table dispute_item (
  organization_id bigint not null,
  dispute_id bigint not null,
  open_item_id bigint not null,
  amount bigint,
  constraint dispute_item_pkey PRIMARY KEY (organization_id, dispute_id, open_item_id),
  constraint dispute_item_amount_check CHECK ((amount > 0)),
  constraint dispute_item_organization_id_dispute_id_fkey FOREIGN KEY (organization_id, dispute_id) REFERENCES dispute(organization_id, id) ON DELETE CASCADE,
  constraint dispute_item_organization_id_open_item_id_fkey FOREIGN KEY (organization_id, open_item_id) REFERENCES open_item(organization_id, id) ON DELETE CASCADE
);
comment on table dispute_item is 'disputes: which open items a dispute blocks';
CREATE INDEX dispute_of_item ON dispute_item USING btree (organization_id, open_item_id);
alter table dispute_item enable row level security, force row level security;
create policy maintenance on dispute_item for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on dispute_item as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM dispute o
  WHERE ((o.organization_id = dispute_item.organization_id) AND (o.id = dispute_item.dispute_id)))));
create policy own_organization on dispute_item for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on dispute_item to quittance_app;

create table dropped_file (
  organization_id bigint not null,
  source_file_id bigint not null,
  "position" integer not null,
  name text not null,
  line integer,
  number text,
  form text,
  is_credit boolean default false not null,
  sha256 text,
  state text not null,
  candidates text[] default '{}'::text[] not null,
  fingerprint text,
  constraint dropped_file_pkey PRIMARY KEY (organization_id, source_file_id, "position"),
  constraint dropped_file_state_check CHECK ((state = ANY (ARRAY['read'::text, 'refused'::text, 'leftOut'::text, 'toAttach'::text, 'attached'::text, 'sameAttached'::text, 'otherAttached'::text, 'tooLarge'::text, 'several'::text, 'unknown'::text]))),
  constraint dropped_file_organization_id_source_file_id_fkey FOREIGN KEY (organization_id, source_file_id) REFERENCES source_file(organization_id, id) ON DELETE CASCADE
);
comment on table dropped_file is 'imports: a file within a source file, and what becomes of it';
alter table dropped_file enable row level security, force row level security;
create policy bank_is_not_for_portfolios on dropped_file as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on dropped_file for all to quittance_maintenance using (true) with check (true);
create policy own_organization on dropped_file for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on dropped_file to quittance_app;

create table exchange (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  customer_id bigint not null,
  invoice_id bigint,
  contact_id bigint,
  kind text not null,
  happened_on date not null,
  person_id bigint,
  outcome text,
  summary text not null,
  counts_as_contact boolean not null,
  reminder_id bigint,
  task_id bigint,
  written_at timestamp with time zone default clock_timestamp() not null,
  undelivered_on date,
  constraint exchange_pkey PRIMARY KEY (organization_id, id),
  constraint exchange_kind_check CHECK ((kind = ANY (ARRAY['email'::text, 'sms'::text, 'call'::text, 'letter'::text, 'note'::text, 'answer'::text]))),
  constraint exchange_outcome_check CHECK ((outcome = ANY (ARRAY['promises'::text, 'notReached'::text, 'saysPaid'::text, 'disputes'::text, 'wrongContact'::text, 'wantsCopy'::text, 'other'::text]))),
  constraint exchange_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE
);
comment on table exchange is 'customers: something said or written between us and a customer';
CREATE INDEX exchange_last_contact ON exchange USING btree (organization_id, customer_id, happened_on DESC) WHERE counts_as_contact;
CREATE INDEX exchange_of_customer ON exchange USING btree (organization_id, customer_id, happened_on DESC, id DESC);
alter table exchange enable row level security, force row level security;
create policy maintenance on exchange for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on exchange as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on exchange for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on exchange to quittance_app;

create table extra_delay (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  invoice_id bigint not null,
  customer_id bigint not null,
  until date not null,
  reason text not null,
  granted_on date not null,
  granted_by bigint,
  is_further boolean default false not null,
  ended_on date,
  ended_by bigint,
  constraint extra_delay_pkey PRIMARY KEY (organization_id, id),
  constraint extra_delay_reason_check CHECK ((reason <> ''::text)),
  constraint extra_delay_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE,
  constraint extra_delay_organization_id_invoice_id_fkey FOREIGN KEY (organization_id, invoice_id) REFERENCES invoice(organization_id, id) ON DELETE CASCADE
);
comment on table extra_delay is 'promises: more time granted for an invoice, once, with its reason';
CREATE INDEX extra_delay_of_customer ON extra_delay USING btree (organization_id, customer_id) WHERE (ended_on IS NULL);
CREATE INDEX extra_delay_of_invoice ON extra_delay USING btree (organization_id, invoice_id);
CREATE UNIQUE INDEX extra_delay_once ON extra_delay USING btree (organization_id, invoice_id) WHERE ((NOT is_further) AND (ended_on IS NULL));
alter table extra_delay enable row level security, force row level security;
create policy maintenance on extra_delay for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on extra_delay as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on extra_delay for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on extra_delay to quittance_app;

create table forewarning (
  organization_id bigint not null,
  person_id bigint not null,
  day date not null,
  state text not null,
  messages integer not null,
  message_id text not null,
  attempts integer default 1 not null,
  next_attempt_at timestamp with time zone,
  server_reply text,
  claimed_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint forewarning_pkey PRIMARY KEY (organization_id, person_id, day),
  constraint forewarning_messages_check CHECK ((messages > 0)),
  constraint forewarning_state_check CHECK ((state = ANY (ARRAY['sending'::text, 'sent'::text, 'failed'::text]))),
  constraint forewarning_organization_id_person_id_fkey FOREIGN KEY (organization_id, person_id) REFERENCES person(organization_id, id) ON DELETE CASCADE
);
comment on table forewarning is 'dunning: a colleague was told beforehand what leaves on a day, once';
alter table forewarning enable row level security, force row level security;
create policy bank_is_not_for_portfolios on forewarning as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on forewarning for all to quittance_maintenance using (true) with check (true);
create policy own_organization on forewarning for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on forewarning to quittance_app;

create table formal_notice (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  means text not null,
  sent_on date not null,
  received_on date,
  deadline_days integer not null,
  tracking_number text,
  note text,
  proof_name text,
  proof_type text,
  proof bytea,
  recorded_by bigint,
  recorded_at timestamp with time zone default clock_timestamp() not null,
  ended_at timestamp with time zone,
  ended_by bigint,
  constraint formal_notice_pkey PRIMARY KEY (organization_id, id),
  constraint formal_notice_check CHECK ((received_on >= sent_on)),
  constraint formal_notice_check1 CHECK ((((proof IS NULL) = (proof_name IS NULL)) AND ((proof IS NULL) = (proof_type IS NULL)))),
  constraint formal_notice_deadline_days_check CHECK (((deadline_days >= 8) AND (deadline_days <= 90))),
  constraint formal_notice_means_check CHECK ((means = ANY (ARRAY['registeredLetter'::text, 'electronicRegisteredLetter'::text, 'letter'::text, 'email'::text, 'bailiff'::text]))),
  constraint formal_notice_proof_check CHECK ((length(proof) <= 10485760)),
  constraint formal_notice_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table formal_notice is 'dunning: a formal notice that was sent, with its proof; ended when it was recorded by mistake';
alter table formal_notice enable row level security, force row level security;
create policy maintenance on formal_notice for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on formal_notice as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM formal_notice_item i
  WHERE ((i.organization_id = formal_notice.organization_id) AND (i.formal_notice_id = formal_notice.id)))));
create policy own_organization on formal_notice for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on formal_notice to quittance_app;

create table formal_notice_item (
  organization_id bigint not null,
  formal_notice_id bigint not null,
  open_item_id bigint not null,
  constraint formal_notice_item_pkey PRIMARY KEY (organization_id, formal_notice_id, open_item_id),
  constraint formal_notice_item_organization_id_formal_notice_id_fkey FOREIGN KEY (organization_id, formal_notice_id) REFERENCES formal_notice(organization_id, id) ON DELETE CASCADE,
  constraint formal_notice_item_organization_id_open_item_id_fkey FOREIGN KEY (organization_id, open_item_id) REFERENCES open_item(organization_id, id) ON DELETE CASCADE
);
comment on table formal_notice_item is 'dunning: the due lines a formal notice is about';
CREATE INDEX formal_notice_of_item ON formal_notice_item USING btree (organization_id, open_item_id);
alter table formal_notice_item enable row level security, force row level security;
create policy maintenance on formal_notice_item for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on formal_notice_item as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM open_item o
  WHERE ((o.organization_id = formal_notice_item.organization_id) AND (o.id = formal_notice_item.open_item_id)))));
create policy own_organization on formal_notice_item for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on formal_notice_item to quittance_app;

create table half_year_rate (
  organization_id bigint not null,
  half_year text not null,
  main_refinancing integer not null,
  legal integer not null,
  source text not null,
  read_on date not null,
  entered_by bigint,
  entered_at timestamp with time zone default clock_timestamp() not null,
  constraint half_year_rate_pkey PRIMARY KEY (organization_id, half_year),
  constraint half_year_rate_half_year_check CHECK ((half_year ~ '^\d{4}-H[12]$'::text)),
  constraint half_year_rate_legal_check CHECK (((legal >= 0) AND (legal <= 10000))),
  constraint half_year_rate_main_refinancing_check CHECK (((main_refinancing >= '-500'::integer) AND (main_refinancing <= 10000))),
  constraint half_year_rate_source_check CHECK ((source <> ''::text)),
  constraint half_year_rate_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table half_year_rate is 'dunning: the rates of a half-year as a person entered them, over those that come with the program';
alter table half_year_rate enable row level security, force row level security;
create policy maintenance on half_year_rate for all to quittance_maintenance using (true) with check (true);
create policy own_organization on half_year_rate for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on half_year_rate to quittance_app;

create table handover (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  customer_id bigint not null,
  receiver text not null,
  receiver_name text not null,
  reference text,
  note text,
  handed_over_on date not null,
  recorded_by bigint,
  recorded_at timestamp with time zone default clock_timestamp() not null,
  ended_on date,
  ended_by bigint,
  end_reason text,
  constraint handover_pkey PRIMARY KEY (organization_id, id),
  constraint handover_receiver_check CHECK ((receiver = ANY (ARRAY['agency'::text, 'bailiff'::text, 'lawyer'::text, 'other'::text]))),
  constraint handover_receiver_name_check CHECK ((receiver_name <> ''::text)),
  constraint handover_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE
);
comment on table handover is 'dunning: a customer given to an agency, a bailiff or a lawyer';
CREATE INDEX handover_of_customer ON handover USING btree (organization_id, customer_id, id DESC);
alter table handover enable row level security, force row level security;
create policy maintenance on handover for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on handover as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on handover for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on handover to quittance_app;

create table handover_item (
  organization_id bigint not null,
  handover_id bigint not null,
  open_item_id bigint not null,
  currency text not null,
  amount_due bigint not null,
  constraint handover_item_pkey PRIMARY KEY (organization_id, handover_id, open_item_id),
  constraint handover_item_amount_due_check CHECK ((amount_due > 0)),
  constraint handover_item_organization_id_handover_id_fkey FOREIGN KEY (organization_id, handover_id) REFERENCES handover(organization_id, id) ON DELETE CASCADE,
  constraint handover_item_organization_id_open_item_id_fkey FOREIGN KEY (organization_id, open_item_id) REFERENCES open_item(organization_id, id) ON DELETE CASCADE
);
comment on table handover_item is 'dunning: the due lines that were handed over, with what was left of them';
CREATE INDEX handover_of_item ON handover_item USING btree (organization_id, open_item_id);
alter table handover_item enable row level security, force row level security;
create policy maintenance on handover_item for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on handover_item as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM handover o
  WHERE ((o.organization_id = handover_item.organization_id) AND (o.id = handover_item.handover_id)))));
create policy own_organization on handover_item for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on handover_item to quittance_app;

create table import_change (
  organization_id bigint not null,
  source_file_id bigint not null,
  id bigint generated by default as identity not null,
  thing text not null,
  thing_id bigint,
  before jsonb,
  after jsonb,
  made_at timestamp with time zone default clock_timestamp() not null,
  created bigint[],
  constraint import_change_pkey PRIMARY KEY (organization_id, id),
  constraint import_change_check CHECK (((num_nonnulls(thing_id, created) = 1) AND ((thing_id IS NULL) = (before IS NULL)))),
  constraint import_change_thing_check CHECK ((thing = ANY (ARRAY['customer'::text, 'contact'::text, 'customerIban'::text, 'invoice'::text, 'payment'::text, 'dispute'::text, 'allocation'::text, 'invoiceFile'::text, 'paymentInstruction'::text]))),
  constraint import_change_organization_id_source_file_id_fkey FOREIGN KEY (organization_id, source_file_id) REFERENCES source_file(organization_id, id) ON DELETE CASCADE
);
comment on table import_change is 'imports: what an import created or changed, so that it can be undone';
CREATE INDEX import_change_of_file ON import_change USING btree (organization_id, source_file_id, thing);
CREATE INDEX import_change_of_thing ON import_change USING btree (organization_id, thing, thing_id);
alter table import_change enable row level security, force row level security;
create policy bank_is_not_for_portfolios on import_change as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on import_change for all to quittance_maintenance using (true) with check (true);
create policy own_organization on import_change for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on import_change to quittance_app;

create table insolvency (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  customer_id bigint not null,
  kind text not null,
  judged_on date not null,
  published_on date,
  court text,
  office_holder text,
  is_creditor_away boolean default false not null,
  declared_on date,
  note text,
  task_id bigint,
  recorded_by bigint,
  recorded_at timestamp with time zone default clock_timestamp() not null,
  ended_on date,
  ended_by bigint,
  end_reason text,
  constraint insolvency_pkey PRIMARY KEY (organization_id, id),
  constraint insolvency_kind_check CHECK ((kind = ANY (ARRAY['safeguard'::text, 'receivership'::text, 'liquidation'::text]))),
  constraint insolvency_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE
);
comment on table insolvency is 'dunning: a collective procedure of a customer, with the day by which the claim is declared';
CREATE INDEX insolvency_of_customer ON insolvency USING btree (organization_id, customer_id, id DESC);
alter table insolvency enable row level security, force row level security;
create policy maintenance on insolvency for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on insolvency as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on insolvency for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on insolvency to quittance_app;

create table interest_decision (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  invoice_id bigint not null,
  covers text not null,
  decision text not null,
  reason text not null,
  decided_on date not null,
  decided_by bigint,
  decided_at timestamp with time zone default clock_timestamp() not null,
  ended_at timestamp with time zone,
  ended_by bigint,
  constraint interest_decision_pkey PRIMARY KEY (organization_id, id),
  constraint interest_decision_covers_check CHECK ((covers = ANY (ARRAY['interest'::text, 'fee'::text]))),
  constraint interest_decision_decision_check CHECK ((decision = ANY (ARRAY['claimed'::text, 'waived'::text]))),
  constraint interest_decision_reason_check CHECK ((reason <> ''::text)),
  constraint interest_decision_organization_id_invoice_id_fkey FOREIGN KEY (organization_id, invoice_id) REFERENCES invoice(organization_id, id) ON DELETE CASCADE
);
comment on table interest_decision is 'dunning: late interest or the recovery fee of an invoice, claimed or waived by a person';
CREATE UNIQUE INDEX interest_decision_in_force ON interest_decision USING btree (organization_id, invoice_id, covers) WHERE (ended_at IS NULL);
alter table interest_decision enable row level security, force row level security;
create policy maintenance on interest_decision for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on interest_decision as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM invoice o
  WHERE ((o.organization_id = interest_decision.organization_id) AND (o.id = interest_decision.invoice_id)))));
create policy own_organization on interest_decision for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on interest_decision to quittance_app;

create table invoice (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  legal_entity_id bigint not null,
  customer_id bigint not null,
  number text not null,
  kind text default 'invoice'::text not null,
  issue_date date not null,
  currency text not null,
  total_amount bigint not null,
  payment_terms text,
  subject text,
  project text,
  order_reference text,
  created_at timestamp with time zone default now() not null,
  source_id bigint,
  missing_since date,
  missing_file_id bigint,
  constraint invoice_pkey PRIMARY KEY (organization_id, id),
  constraint invoice_organization_id_legal_entity_id_number_key UNIQUE (organization_id, legal_entity_id, number),
  constraint invoice_check CHECK ((((kind = 'creditNote'::text) AND (total_amount <= 0)) OR ((kind <> 'creditNote'::text) AND (total_amount >= 0)))),
  constraint invoice_check1 CHECK (((missing_since IS NULL) = (missing_file_id IS NULL))),
  constraint invoice_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint invoice_kind_check CHECK ((kind = ANY (ARRAY['invoice'::text, 'deposit'::text, 'interim'::text, 'creditNote'::text]))),
  constraint invoice_number_check CHECK ((number <> ''::text)),
  constraint invoice_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id),
  constraint invoice_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE,
  constraint invoice_organization_id_legal_entity_id_fkey FOREIGN KEY (organization_id, legal_entity_id) REFERENCES legal_entity(organization_id, id)
);
comment on table invoice is 'invoices: an invoice, deposit invoice, interim invoice or credit note as it was issued';
CREATE INDEX invoice_by_part_of_number ON invoice USING gin (signs_in_threes(organization_id, number));
CREATE INDEX invoice_by_total ON invoice USING btree (organization_id, total_amount, id) WHERE (total_amount <> 0);
CREATE INDEX invoice_deposit ON invoice USING btree (organization_id, customer_id, id) WHERE (kind = 'deposit'::text);
CREATE INDEX invoice_missing ON invoice USING btree (organization_id, missing_file_id, id) WHERE (missing_file_id IS NOT NULL);
CREATE INDEX invoice_of_customer ON invoice USING btree (organization_id, customer_id, issue_date DESC);
CREATE TRIGGER invoice_names_its_lines AFTER UPDATE OF number, kind ON invoice FOR EACH ROW WHEN (((old.number <> new.number) OR ((old.kind = 'deposit'::text) <> (new.kind = 'deposit'::text)))) EXECUTE FUNCTION invoice_names_its_lines();
alter table invoice enable row level security, force row level security;
create policy maintenance on invoice for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on invoice as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on invoice for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on invoice to quittance_app;

create table invoice_file (
  organization_id bigint not null,
  invoice_id bigint not null,
  name text not null,
  media_type text default 'application/pdf'::text not null,
  content bytea not null,
  added_at timestamp with time zone default clock_timestamp() not null,
  constraint invoice_file_pkey PRIMARY KEY (organization_id, invoice_id),
  constraint invoice_file_organization_id_invoice_id_fkey FOREIGN KEY (organization_id, invoice_id) REFERENCES invoice(organization_id, id) ON DELETE CASCADE
);
comment on table invoice_file is 'invoices: the document as it was sent, attached to reminders when known';
alter table invoice_file enable row level security, force row level security;
create policy maintenance on invoice_file for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on invoice_file as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM invoice o
  WHERE ((o.organization_id = invoice_file.organization_id) AND (o.id = invoice_file.invoice_id)))));
create policy own_organization on invoice_file for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on invoice_file to quittance_app;

create table invoice_fingerprint (
  organization_id bigint not null,
  invoice_id bigint not null,
  fingerprint text not null,
  source_file_id bigint not null,
  constraint invoice_fingerprint_pkey PRIMARY KEY (organization_id, fingerprint, invoice_id),
  constraint invoice_fingerprint_organization_id_invoice_id_fkey FOREIGN KEY (organization_id, invoice_id) REFERENCES invoice(organization_id, id) ON DELETE CASCADE,
  constraint invoice_fingerprint_organization_id_source_file_id_fkey FOREIGN KEY (organization_id, source_file_id) REFERENCES source_file(organization_id, id) ON DELETE CASCADE
);
comment on table invoice_fingerprint is 'imports: an electronic invoice that came in, known again by its fingerprint';
CREATE INDEX invoice_fingerprint_of_file ON invoice_fingerprint USING btree (organization_id, source_file_id);
CREATE INDEX invoice_fingerprint_of_invoice ON invoice_fingerprint USING btree (organization_id, invoice_id);
alter table invoice_fingerprint enable row level security, force row level security;
create policy maintenance on invoice_fingerprint for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on invoice_fingerprint as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM invoice o
  WHERE ((o.organization_id = invoice_fingerprint.organization_id) AND (o.id = invoice_fingerprint.invoice_id)))));
create policy own_organization on invoice_fingerprint for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on invoice_fingerprint to quittance_app;

create table invoice_identifier (
  organization_id bigint not null,
  legal_entity_id bigint not null,
  external_id text not null,
  invoice_id bigint not null,
  api_key_id bigint not null,
  constraint invoice_identifier_pkey PRIMARY KEY (organization_id, legal_entity_id, external_id),
  constraint invoice_identifier_organization_id_invoice_id_api_key_id_key UNIQUE (organization_id, invoice_id, api_key_id),
  constraint invoice_identifier_organization_id_api_key_id_fkey FOREIGN KEY (organization_id, api_key_id) REFERENCES api_key(organization_id, id),
  constraint invoice_identifier_organization_id_invoice_id_fkey FOREIGN KEY (organization_id, invoice_id) REFERENCES invoice(organization_id, id) ON DELETE CASCADE,
  constraint invoice_identifier_organization_id_legal_entity_id_fkey FOREIGN KEY (organization_id, legal_entity_id) REFERENCES legal_entity(organization_id, id)
);
comment on table invoice_identifier is 'imports: by which identifier a program knows an invoice';
alter table invoice_identifier enable row level security, force row level security;
create policy maintenance on invoice_identifier for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on invoice_identifier as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM invoice o
  WHERE ((o.organization_id = invoice_identifier.organization_id) AND (o.id = invoice_identifier.invoice_id)))));
create policy own_organization on invoice_identifier for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on invoice_identifier to quittance_app;

create table invoice_scenario (
  organization_id bigint not null,
  invoice_id bigint not null,
  scenario_id bigint not null,
  constraint invoice_scenario_pkey PRIMARY KEY (organization_id, invoice_id),
  constraint invoice_scenario_organization_id_invoice_id_fkey FOREIGN KEY (organization_id, invoice_id) REFERENCES invoice(organization_id, id) ON DELETE CASCADE,
  constraint invoice_scenario_organization_id_scenario_id_fkey FOREIGN KEY (organization_id, scenario_id) REFERENCES scenario(organization_id, id) ON DELETE CASCADE
);
comment on table invoice_scenario is 'dunning: the scenario somebody chose for one invoice';
alter table invoice_scenario enable row level security, force row level security;
create policy maintenance on invoice_scenario for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on invoice_scenario as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM invoice o
  WHERE ((o.organization_id = invoice_scenario.organization_id) AND (o.id = invoice_scenario.invoice_id)))));
create policy own_organization on invoice_scenario for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on invoice_scenario to quittance_app;

create table journal (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  at timestamp with time zone default moment() not null,
  person_id bigint,
  origin text not null,
  ip inet,
  act text not null,
  thing text not null,
  thing_id bigint,
  customer_id bigint,
  invoice_id bigint,
  details jsonb default '{}'::jsonb not null,
  constraint journal_pkey PRIMARY KEY (organization_id, id),
  constraint journal_origin_check CHECK ((origin = ANY (ARRAY['web'::text, 'commandLine'::text, 'job'::text, 'api'::text]))),
  constraint journal_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table journal is 'people: who did what, when, to what, from where; append-only';
CREATE INDEX journal_of_customer ON journal USING btree (organization_id, customer_id, id DESC) WHERE (customer_id IS NOT NULL);
CREATE INDEX journal_of_invoice ON journal USING btree (organization_id, invoice_id, id DESC) WHERE (invoice_id IS NOT NULL);
alter table journal enable row level security, force row level security;
create policy maintenance on journal for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on journal as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))) OR ((customer_id IS NULL) AND (person_id = ( SELECT current_person() AS current_person))));
create policy own_organization on journal for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant insert, select on journal to quittance_app;

create table law_alarm (
  organization_id bigint not null,
  kind text not null,
  about text not null,
  raised_on date not null,
  task_id bigint,
  constraint law_alarm_pkey PRIMARY KEY (organization_id, kind, about),
  constraint law_alarm_kind_check CHECK ((kind = ANY (ARRAY['rateMissing'::text, 'confirmRate'::text, 'limitation'::text]))),
  constraint law_alarm_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table law_alarm is 'dunning: what a person was told of by a task, so that it is told once';
alter table law_alarm enable row level security, force row level security;
create policy maintenance on law_alarm for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on law_alarm as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM task o
  WHERE ((o.organization_id = law_alarm.organization_id) AND (o.id = law_alarm.task_id)))));
create policy own_organization on law_alarm for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on law_alarm to quittance_app;

create table learnt_line (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  line_key text not null,
  booked_on date not null,
  line jsonb not null,
  truth jsonb not null,
  constraint learnt_line_pkey PRIMARY KEY (organization_id, id),
  constraint learnt_line_organization_id_line_key_key UNIQUE (organization_id, line_key),
  constraint learnt_line_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table learnt_line is 'reconciliation: a line of the past and what it paid, from which habits are learnt';
alter table learnt_line enable row level security, force row level security;
create policy bank_is_not_for_portfolios on learnt_line as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on learnt_line for all to quittance_maintenance using (true) with check (true);
create policy own_organization on learnt_line for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on learnt_line to quittance_app;

create table ledger_item (
  organization_id bigint not null,
  legal_entity_id bigint not null,
  ledger_key text not null,
  invoice_id bigint not null,
  is_opening boolean not null,
  source_file_id bigint not null,
  constraint ledger_item_pkey PRIMARY KEY (organization_id, legal_entity_id, ledger_key),
  constraint ledger_item_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE,
  constraint ledger_item_organization_id_invoice_id_fkey FOREIGN KEY (organization_id, invoice_id) REFERENCES invoice(organization_id, id) ON DELETE CASCADE,
  constraint ledger_item_organization_id_source_file_id_fkey FOREIGN KEY (organization_id, source_file_id) REFERENCES source_file(organization_id, id) ON DELETE CASCADE
);
comment on table ledger_item is 'imports: the entry of a ledger that an invoice is';
CREATE INDEX ledger_item_of_file ON ledger_item USING btree (organization_id, source_file_id);
CREATE INDEX ledger_item_of_invoice ON ledger_item USING btree (organization_id, invoice_id);
alter table ledger_item enable row level security, force row level security;
create policy maintenance on ledger_item for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on ledger_item as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM invoice o
  WHERE ((o.organization_id = ledger_item.organization_id) AND (o.id = ledger_item.invoice_id)))));
create policy own_organization on ledger_item for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on ledger_item to quittance_app;

create table legal_entity (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  name text not null,
  legal_form text,
  capital text,
  siren text,
  rcs text,
  vat_number text,
  address_line1 text,
  address_line2 text,
  postcode text,
  city text,
  country text default 'FR'::text not null,
  phone text,
  email text,
  iban text,
  bic text,
  default_terms text,
  late_interest_rate integer,
  created_at timestamp with time zone default now() not null,
  follows_legal_rate boolean default false not null,
  rate_reading text default 'segmented'::text not null,
  rate_confirmed_for text,
  constraint legal_entity_pkey PRIMARY KEY (organization_id, id),
  constraint legal_entity_late_interest_rate_check CHECK (((late_interest_rate >= 0) AND (late_interest_rate <= 10000))),
  constraint legal_entity_name_check CHECK ((name <> ''::text)),
  constraint legal_entity_rate_confirmed_for_check CHECK ((rate_confirmed_for ~ '^\d{4}-H[12]$'::text)),
  constraint legal_entity_rate_reading_check CHECK ((rate_reading = ANY (ARRAY['segmented'::text, 'fixedAtStart'::text]))),
  constraint legal_entity_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table legal_entity is 'people: the firm that invoices; everything that is sent is sent for one of them';
alter table legal_entity enable row level security, force row level security;
create policy maintenance on legal_entity for all to quittance_maintenance using (true) with check (true);
create policy own_organization on legal_entity for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant insert, select, update on legal_entity to quittance_app;

create table legal_file (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  customer_id bigint not null,
  name text not null,
  size bigint not null,
  files integer not null,
  manifest_sha256 text not null,
  archive_sha256 text not null,
  made_on date not null,
  made_by bigint,
  made_at timestamp with time zone default clock_timestamp() not null,
  constraint legal_file_pkey PRIMARY KEY (organization_id, id),
  constraint legal_file_archive_sha256_check CHECK ((archive_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint legal_file_files_check CHECK ((files > 0)),
  constraint legal_file_manifest_sha256_check CHECK ((manifest_sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint legal_file_name_check CHECK ((name <> ''::text)),
  constraint legal_file_size_check CHECK ((size > 0)),
  constraint legal_file_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE,
  constraint legal_file_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table legal_file is 'dunning: a legal file of a customer, sealed by the hash of its manifest';
CREATE INDEX legal_file_by_seal ON legal_file USING btree (organization_id, manifest_sha256);
CREATE INDEX legal_file_of_customer ON legal_file USING btree (organization_id, customer_id, id DESC);
alter table legal_file enable row level security, force row level security;
create policy bank_is_not_for_portfolios on legal_file as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on legal_file for all to quittance_maintenance using (true) with check (true);
create policy own_organization on legal_file for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant insert, select, update on legal_file to quittance_app;

create table legal_file_part (
  organization_id bigint not null,
  legal_file_id bigint not null,
  "position" integer not null,
  content bytea not null,
  constraint legal_file_part_pkey PRIMARY KEY (organization_id, legal_file_id, "position"),
  constraint legal_file_part_content_check CHECK ((length(content) <= 1048576)),
  constraint legal_file_part_position_check CHECK (("position" > 0)),
  constraint legal_file_part_organization_id_legal_file_id_fkey FOREIGN KEY (organization_id, legal_file_id) REFERENCES legal_file(organization_id, id) ON DELETE CASCADE
);
comment on table legal_file_part is 'dunning: a piece of a legal file';
alter table legal_file_part enable row level security, force row level security;
create policy bank_is_not_for_portfolios on legal_file_part as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on legal_file_part for all to quittance_maintenance using (true) with check (true);
create policy own_organization on legal_file_part for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant insert, select on legal_file_part to quittance_app;

create table letter_batch (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  letters integer not null,
  pages integer not null,
  pdf bytea not null,
  addresses bytea not null,
  made_on date not null,
  made_by bigint,
  made_at timestamp with time zone default clock_timestamp() not null,
  service text,
  place text,
  handed_at timestamp with time zone,
  constraint letter_batch_pkey PRIMARY KEY (organization_id, id),
  constraint letter_batch_check CHECK (((service IS NULL) = (handed_at IS NULL))),
  constraint letter_batch_letters_check CHECK ((letters > 0)),
  constraint letter_batch_pages_check CHECK ((pages > 0)),
  constraint letter_batch_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table letter_batch is 'dunning: letters printed together, one PDF in order and the list of their addresses';
alter table letter_batch enable row level security, force row level security;
create policy bank_is_not_for_portfolios on letter_batch as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on letter_batch for all to quittance_maintenance using (true) with check (true);
create policy own_organization on letter_batch for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on letter_batch to quittance_app;

create table letter_in_batch (
  organization_id bigint not null,
  batch_id bigint not null,
  "position" integer not null,
  task_id bigint not null,
  first_page integer not null,
  pages integer not null,
  pdf bytea not null,
  constraint letter_in_batch_pkey PRIMARY KEY (organization_id, batch_id, "position"),
  constraint letter_in_batch_organization_id_task_id_key UNIQUE (organization_id, task_id),
  constraint letter_in_batch_first_page_check CHECK ((first_page > 0)),
  constraint letter_in_batch_pages_check CHECK ((pages > 0)),
  constraint letter_in_batch_position_check CHECK (("position" > 0)),
  constraint letter_in_batch_organization_id_batch_id_fkey FOREIGN KEY (organization_id, batch_id) REFERENCES letter_batch(organization_id, id) ON DELETE CASCADE,
  constraint letter_in_batch_organization_id_task_id_fkey FOREIGN KEY (organization_id, task_id) REFERENCES task(organization_id, id) ON DELETE CASCADE
);
comment on table letter_in_batch is 'dunning: one letter of a batch, with its sheets';
alter table letter_in_batch enable row level security, force row level security;
create policy bank_is_not_for_portfolios on letter_in_batch as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on letter_in_batch for all to quittance_maintenance using (true) with check (true);
create policy own_organization on letter_in_batch for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on letter_in_batch to quittance_app;

create table letter_posting (
  organization_id bigint not null,
  task_id bigint not null,
  registered_number text,
  posted_on date not null,
  proof_name text,
  proof_type text,
  proof bytea,
  letter_name text,
  letter bytea,
  recorded_by bigint,
  recorded_at timestamp with time zone default clock_timestamp() not null,
  constraint letter_posting_pkey PRIMARY KEY (organization_id, task_id),
  constraint letter_posting_check CHECK ((((proof IS NULL) = (proof_name IS NULL)) AND ((proof IS NULL) = (proof_type IS NULL)))),
  constraint letter_posting_check1 CHECK (((letter IS NULL) = (letter_name IS NULL))),
  constraint letter_posting_proof_check CHECK ((length(proof) <= 10485760)),
  constraint letter_posting_registered_number_check CHECK ((registered_number <> ''::text)),
  constraint letter_posting_organization_id_task_id_fkey FOREIGN KEY (organization_id, task_id) REFERENCES task(organization_id, id) ON DELETE CASCADE
);
comment on table letter_posting is 'dunning: the registered number, the day and the proof of deposit of a letter';
alter table letter_posting enable row level security, force row level security;
create policy maintenance on letter_posting for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on letter_posting as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM task o
  WHERE ((o.organization_id = letter_posting.organization_id) AND (o.id = letter_posting.task_id)))));
create policy own_organization on letter_posting for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on letter_posting to quittance_app;

create table limitation_act (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  kind text not null,
  done_on date not null,
  note text not null,
  recorded_by bigint,
  recorded_at timestamp with time zone default clock_timestamp() not null,
  ended_at timestamp with time zone,
  ended_by bigint,
  constraint limitation_act_pkey PRIMARY KEY (organization_id, id),
  constraint limitation_act_kind_check CHECK ((kind = ANY (ARRAY['courtClaim'::text, 'enforcement'::text, 'acknowledgement'::text]))),
  constraint limitation_act_note_check CHECK ((note <> ''::text)),
  constraint limitation_act_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table limitation_act is 'dunning: what starts the period of limitation anew, beside payments in part';
alter table limitation_act enable row level security, force row level security;
create policy maintenance on limitation_act for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on limitation_act as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM limitation_act_item i
  WHERE ((i.organization_id = limitation_act.organization_id) AND (i.limitation_act_id = limitation_act.id)))));
create policy own_organization on limitation_act for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on limitation_act to quittance_app;

create table limitation_act_item (
  organization_id bigint not null,
  limitation_act_id bigint not null,
  open_item_id bigint not null,
  constraint limitation_act_item_pkey PRIMARY KEY (organization_id, limitation_act_id, open_item_id),
  constraint limitation_act_item_organization_id_limitation_act_id_fkey FOREIGN KEY (organization_id, limitation_act_id) REFERENCES limitation_act(organization_id, id) ON DELETE CASCADE,
  constraint limitation_act_item_organization_id_open_item_id_fkey FOREIGN KEY (organization_id, open_item_id) REFERENCES open_item(organization_id, id) ON DELETE CASCADE
);
comment on table limitation_act_item is 'dunning: the due lines whose period of limitation starts anew';
CREATE INDEX limitation_act_of_item ON limitation_act_item USING btree (organization_id, open_item_id);
alter table limitation_act_item enable row level security, force row level security;
create policy maintenance on limitation_act_item for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on limitation_act_item as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM open_item o
  WHERE ((o.organization_id = limitation_act_item.organization_id) AND (o.id = limitation_act_item.open_item_id)))));
create policy own_organization on limitation_act_item for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on limitation_act_item to quittance_app;

create table mailbox (
  organization_id bigint not null,
  legal_entity_id bigint not null,
  is_on boolean default false not null,
  host text not null,
  port integer not null,
  security text not null,
  username text not null,
  password_sealed text,
  folder text default 'INBOX'::text not null,
  moves_to text,
  tested_at timestamp with time zone,
  since timestamp with time zone,
  uid_validity bigint,
  last_uid bigint default 0 not null,
  read_at timestamp with time zone,
  problem text,
  problem_since timestamp with time zone,
  constraint mailbox_pkey PRIMARY KEY (organization_id, legal_entity_id),
  constraint mailbox_folder_check CHECK ((folder <> ''::text)),
  constraint mailbox_host_check CHECK ((host <> ''::text)),
  constraint mailbox_moves_to_check CHECK ((moves_to <> ''::text)),
  constraint mailbox_port_check CHECK (((port >= 1) AND (port <= 65535))),
  constraint mailbox_security_check CHECK ((security = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text]))),
  constraint mailbox_username_check CHECK ((username <> ''::text)),
  constraint mailbox_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE,
  constraint mailbox_organization_id_legal_entity_id_fkey FOREIGN KEY (organization_id, legal_entity_id) REFERENCES legal_entity(organization_id, id) ON DELETE CASCADE
);
comment on table mailbox is 'dunning: the mailbox of a firm that is read for answers, and how far';
alter table mailbox enable row level security, force row level security;
create policy maintenance on mailbox for all to quittance_maintenance using (true) with check (true);
create policy own_organization on mailbox for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on mailbox to quittance_app;

create table mapping (
  organization_id bigint not null,
  signature text not null,
  columns jsonb not null,
  format jsonb not null,
  used_at timestamp with time zone default now() not null,
  constraint mapping_pkey PRIMARY KEY (organization_id, signature),
  constraint mapping_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table mapping is 'imports: which column is what, remembered for the next file of the same source';
alter table mapping enable row level security, force row level security;
create policy maintenance on mapping for all to quittance_maintenance using (true) with check (true);
create policy own_organization on mapping for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on mapping to quittance_app;

create table merged_image (
  organization_id bigint not null,
  customer_id bigint not null,
  id bigint generated by default as identity not null,
  source text not null,
  before jsonb,
  after jsonb,
  constraint merged_image_pkey PRIMARY KEY (organization_id, id),
  constraint merged_image_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer_alias(organization_id, customer_id) ON DELETE CASCADE
);
comment on table merged_image is 'customers: a row that a merge of customers changed, before and after';
CREATE INDEX merged_image_of_alias ON merged_image USING btree (organization_id, customer_id);
alter table merged_image enable row level security, force row level security;
create policy maintenance on merged_image for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on merged_image as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM customer_alias a
  WHERE ((a.organization_id = merged_image.organization_id) AND (a.customer_id = merged_image.customer_id)))));
create policy own_organization on merged_image for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on merged_image to quittance_app;

create table merged_row (
  organization_id bigint not null,
  customer_id bigint not null,
  source text not null,
  row_id bigint not null,
  constraint merged_row_pkey PRIMARY KEY (organization_id, customer_id, source, row_id),
  constraint merged_row_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer_alias(organization_id, customer_id) ON DELETE CASCADE
);
comment on table merged_row is 'customers: a row that went from one customer to another when they were merged';
CREATE INDEX merged_row_of_row ON merged_row USING btree (organization_id, source, row_id);
alter table merged_row enable row level security, force row level security;
create policy maintenance on merged_row for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on merged_row as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM customer_alias a
  WHERE ((a.organization_id = merged_row.organization_id) AND (a.customer_id = merged_row.customer_id)))));
create policy own_organization on merged_row for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on merged_row to quittance_app;

create table message_language (
  organization_id bigint not null,
  code text not null,
  fallback text not null,
  added_by bigint,
  added_at timestamp with time zone default clock_timestamp() not null,
  constraint message_language_pkey PRIMARY KEY (organization_id, code),
  constraint message_language_code_check CHECK (((code ~ '^[a-z]{2}$'::text) AND (code <> ALL (ARRAY['fr'::text, 'en'::text])))),
  constraint message_language_fallback_check CHECK ((fallback = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint message_language_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table message_language is 'dunning: a language an organisation writes to its customers in, beyond French and English';
alter table message_language enable row level security, force row level security;
create policy maintenance on message_language for all to quittance_maintenance using (true) with check (true);
create policy own_organization on message_language for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on message_language to quittance_app;

create table message_template (
  organization_id bigint not null,
  tone text not null,
  language text not null,
  subject text not null,
  body text not null,
  changed_by bigint,
  changed_at timestamp with time zone default now() not null,
  channel text default 'email'::text not null,
  constraint message_template_pkey PRIMARY KEY (organization_id, channel, tone, language),
  constraint message_template_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text, 'call'::text]))),
  constraint message_template_language_check CHECK ((language ~ '^[a-z]{2}$'::text)),
  constraint message_template_tone_check CHECK (((tone = ANY (ARRAY['courtesy'::text, 'friendly'::text, 'neutral'::text, 'firm'::text, 'formalNotice'::text])) OR ((tone = 'paymentNotFound'::text) AND (channel = 'call'::text)))),
  constraint message_template_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table message_template is 'dunning: the text of a tone when the organisation wrote its own';
alter table message_template enable row level security, force row level security;
create policy maintenance on message_template for all to quittance_maintenance using (true) with check (true);
create policy own_organization on message_template for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on message_template to quittance_app;

create table not_double (
  organization_id bigint not null,
  customer_id bigint not null,
  other_id bigint not null,
  said_by bigint,
  said_at timestamp with time zone default clock_timestamp() not null,
  constraint not_double_pkey PRIMARY KEY (organization_id, customer_id, other_id),
  constraint not_double_check CHECK ((customer_id < other_id)),
  constraint not_double_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE,
  constraint not_double_organization_id_other_id_fkey FOREIGN KEY (organization_id, other_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE
);
comment on table not_double is 'customers: two customers that are not the same, though they look it';
CREATE INDEX not_double_of_other ON not_double USING btree (organization_id, other_id);
alter table not_double enable row level security, force row level security;
create policy maintenance on not_double for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on not_double as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR ((customer_id IN ( SELECT own.own
   FROM own_customers() own(own))) AND (other_id IN ( SELECT own.own
   FROM own_customers() own(own)))));
create policy own_organization on not_double for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on not_double to quittance_app;

create table open_item (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  invoice_id bigint not null,
  legal_entity_id bigint not null,
  customer_id bigint not null,
  "position" integer default 1 not null,
  currency text not null,
  issue_date date not null,
  due_date date not null,
  amount bigint not null,
  amount_due bigint not null,
  automatic_means boolean default false not null,
  rejected_on date,
  paused_on date,
  paused_until date,
  pause_note text,
  number text collate "C" not null,
  is_deposit boolean default false not null,
  is_due_assumed boolean default false not null,
  written_off_on date,
  constraint open_item_pkey PRIMARY KEY (organization_id, id),
  constraint open_item_organization_id_invoice_id_position_key UNIQUE (organization_id, invoice_id, "position"),
  constraint never_over_allocated CHECK ((((amount >= 0) AND ((amount_due >= 0) AND (amount_due <= amount))) OR ((amount < 0) AND ((amount_due >= amount) AND (amount_due <= 0))))),
  constraint open_item_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint open_item_position_check CHECK (("position" >= 1)),
  constraint open_item_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id),
  constraint open_item_organization_id_invoice_id_fkey FOREIGN KEY (organization_id, invoice_id) REFERENCES invoice(organization_id, id) ON DELETE CASCADE
);
comment on table open_item is 'invoices: one due line of an invoice or credit note, with what is left of it';
CREATE INDEX open_item_assumed ON open_item USING btree (organization_id, customer_id) WHERE is_due_assumed;
CREATE INDEX open_item_automatic ON open_item USING btree (organization_id, id) WHERE (automatic_means AND (rejected_on IS NULL));
CREATE INDEX open_item_by_amount ON open_item USING btree (organization_id, amount, id) INCLUDE (due_date, written_off_on) WHERE (amount_due > 0);
CREATE INDEX open_item_by_amount_due ON open_item USING btree (organization_id, amount_due, id) INCLUDE (due_date, currency, written_off_on) WHERE (amount_due > 0);
CREATE INDEX open_item_by_due_date ON open_item USING btree (organization_id, due_date, id) INCLUDE (amount_due, currency, customer_id, written_off_on) WHERE (amount_due > 0);
CREATE INDEX open_item_by_number ON open_item USING btree (organization_id, number, id) INCLUDE (due_date, written_off_on) WHERE (amount_due > 0);
CREATE INDEX open_item_left ON open_item USING btree (organization_id, customer_id, legal_entity_id) INCLUDE (currency, due_date, amount_due, is_deposit, written_off_on) WHERE (amount_due <> 0);
CREATE INDEX open_item_of_customer ON open_item USING btree (organization_id, customer_id, due_date);
CREATE INDEX open_item_of_deposit ON open_item USING btree (organization_id, due_date, id) INCLUDE (amount_due, currency, customer_id, written_off_on) WHERE (is_deposit AND (amount_due > 0));
CREATE INDEX open_item_paused ON open_item USING btree (organization_id, id) WHERE (paused_on IS NOT NULL);
CREATE INDEX open_item_written_off ON open_item USING btree (organization_id, due_date, id) INCLUDE (amount_due, currency, customer_id) WHERE (written_off_on IS NOT NULL);
CREATE INDEX settled_item_by_amount ON open_item USING btree (organization_id, amount, id) WHERE (amount_due <= 0);
CREATE INDEX settled_item_by_amount_due ON open_item USING btree (organization_id, amount_due, id) WHERE (amount_due <= 0);
CREATE INDEX settled_item_by_due_date ON open_item USING btree (organization_id, due_date, id) WHERE (amount_due <= 0);
CREATE INDEX settled_item_by_number ON open_item USING btree (organization_id, number, id) WHERE (amount_due <= 0);
CREATE TRIGGER open_item_added AFTER INSERT ON open_item REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION open_item_asks_for_count();
CREATE TRIGGER open_item_changed AFTER UPDATE ON open_item REFERENCING OLD TABLE AS gone NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION open_item_asks_for_count();
CREATE TRIGGER open_item_removed AFTER DELETE ON open_item REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION open_item_asks_for_count();
CREATE TRIGGER open_item_starts_whole BEFORE INSERT OR UPDATE OF amount ON open_item FOR EACH ROW EXECUTE FUNCTION open_item_starts_whole();
alter table open_item enable row level security, force row level security;
create policy maintenance on open_item for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on open_item as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on open_item for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on open_item to quittance_app;

create table organization (
  organization_id bigint generated by default as identity not null,
  name text not null,
  language text default 'fr'::text not null,
  time_zone text default 'Europe/Paris'::text not null,
  base_currency text default 'EUR'::text not null,
  is_demo boolean default false not null,
  automatic_sending boolean default false not null,
  sending_frozen boolean default false not null,
  sending_from_minute integer default 510 not null,
  sending_to_minute integer default 1050 not null,
  departure_minute integer default 600 not null,
  minimum_days_between_contacts integer default 5 not null,
  tolerance_amount bigint default 500 not null,
  difference_amount bigint default 500 not null,
  alsace_moselle boolean default false not null,
  messages_per_hour integer default 100 not null,
  checklist jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone default now() not null,
  freshness_days integer default 3,
  matches_by_itself boolean default false not null,
  answers_pause boolean default true not null,
  soft_bounces_limit integer default 3 not null,
  promise_grace_days integer default 0 not null,
  instalment_grace_days integer default 2 not null,
  call_tries integer default 3 not null,
  call_again_days integer default 2 not null,
  payment_search_days integer default 5 not null,
  recall_minutes integer default 10 not null,
  forewarning text default 'morning'::text not null,
  forewarned text default 'collector'::text not null,
  forewarning_minute integer default 510 not null,
  sources_kept_months integer default 60 not null,
  constraint organization_pkey PRIMARY KEY (organization_id),
  constraint organization_base_currency_check CHECK ((base_currency ~ '^[A-Z]{3}$'::text)),
  constraint organization_call_again_days_check CHECK (((call_again_days >= 1) AND (call_again_days <= 20))),
  constraint organization_call_tries_check CHECK (((call_tries >= 1) AND (call_tries <= 10))),
  constraint organization_departure_minute_check CHECK (((departure_minute >= 0) AND (departure_minute <= 1439))),
  constraint organization_difference_amount_check CHECK ((difference_amount >= 0)),
  constraint organization_forewarned_check CHECK ((forewarned = ANY (ARRAY['collector'::text, 'salesRep'::text, 'both'::text]))),
  constraint organization_forewarning_check CHECK ((forewarning = ANY (ARRAY['off'::text, 'dayBefore'::text, 'morning'::text]))),
  constraint organization_forewarning_minute_check CHECK (((forewarning_minute >= 0) AND (forewarning_minute <= 1439))),
  constraint organization_freshness_days_check CHECK (((freshness_days >= 1) AND (freshness_days <= 60))),
  constraint organization_instalment_grace_days_check CHECK (((instalment_grace_days >= 0) AND (instalment_grace_days <= 30))),
  constraint organization_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint organization_messages_per_hour_check CHECK ((messages_per_hour > 0)),
  constraint organization_minimum_days_between_contacts_check CHECK (((minimum_days_between_contacts >= 0) AND (minimum_days_between_contacts <= 60))),
  constraint organization_name_check CHECK ((name <> ''::text)),
  constraint organization_payment_search_days_check CHECK (((payment_search_days >= 1) AND (payment_search_days <= 20))),
  constraint organization_promise_grace_days_check CHECK (((promise_grace_days >= 0) AND (promise_grace_days <= 30))),
  constraint organization_recall_minutes_check CHECK (((recall_minutes >= 0) AND (recall_minutes <= 120))),
  constraint organization_sending_from_minute_check CHECK (((sending_from_minute >= 0) AND (sending_from_minute <= 1439))),
  constraint organization_sending_to_minute_check CHECK (((sending_to_minute >= 0) AND (sending_to_minute <= 1439))),
  constraint organization_soft_bounces_limit_check CHECK (((soft_bounces_limit >= 1) AND (soft_bounces_limit <= 10))),
  constraint organization_sources_kept_months_check CHECK (((sources_kept_months >= 1) AND (sources_kept_months <= 240))),
  constraint organization_tolerance_amount_check CHECK ((tolerance_amount >= 0))
);
comment on table organization is 'people: the organisation that uses Quittance, with the rules that hold for all its customers';
alter table organization enable row level security, force row level security;
create policy maintenance on organization for all to quittance_maintenance using (true) with check (true);
create policy own_organization on organization for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant insert, select, update on organization to quittance_app;

create table payer_profile (
  organization_id bigint not null,
  customer_id bigint not null,
  profile text not null,
  reckoned text not null,
  because text not null,
  lines integer not null,
  typical_days integer,
  broken_promises integer not null,
  late_since date,
  constraint payer_profile_pkey PRIMARY KEY (organization_id, customer_id),
  constraint payer_profile_because_check CHECK ((because = ANY (ARRAY['insolvency'::text, 'brokenPromises'::text, 'plan'::text, 'late'::text, 'tooFew'::text, 'habit'::text]))),
  constraint payer_profile_broken_promises_check CHECK ((broken_promises >= 0)),
  constraint payer_profile_check CHECK (((lines = 0) = (typical_days IS NULL))),
  constraint payer_profile_lines_check CHECK ((lines >= 0)),
  constraint payer_profile_profile_check CHECK ((profile = ANY (ARRAY['unknown'::text, 'punctual'::text, 'forgetful'::text, 'slow'::text, 'struggling'::text, 'risky'::text]))),
  constraint payer_profile_reckoned_check CHECK ((reckoned = ANY (ARRAY['unknown'::text, 'punctual'::text, 'forgetful'::text, 'slow'::text, 'struggling'::text, 'risky'::text]))),
  constraint payer_profile_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE
);
comment on table payer_profile is 'payers: how a customer pays, as of the last decision about it';
CREATE INDEX payer_profile_by_profile ON payer_profile USING btree (organization_id, profile, customer_id);
alter table payer_profile enable row level security, force row level security;
create policy maintenance on payer_profile for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on payer_profile as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on payer_profile for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on payer_profile to quittance_app;

create table payer_rules (
  organization_id bigint not null,
  window_months integer default 6 not null,
  lines_needed integer default 3 not null,
  punctual_days integer default 3 not null,
  forgetful_days integer default 15 not null,
  risky_days integer default 60 not null,
  broken_promises integer default 2 not null,
  constraint payer_rules_pkey PRIMARY KEY (organization_id),
  constraint payer_rules_broken_promises_check CHECK (((broken_promises >= 1) AND (broken_promises <= 20))),
  constraint payer_rules_check CHECK (((punctual_days < forgetful_days) AND (forgetful_days < risky_days))),
  constraint payer_rules_forgetful_days_check CHECK (((forgetful_days >= 1) AND (forgetful_days <= 365))),
  constraint payer_rules_lines_needed_check CHECK (((lines_needed >= 1) AND (lines_needed <= 50))),
  constraint payer_rules_punctual_days_check CHECK (((punctual_days >= 0) AND (punctual_days <= 365))),
  constraint payer_rules_risky_days_check CHECK (((risky_days >= 2) AND (risky_days <= 730))),
  constraint payer_rules_window_months_check CHECK (((window_months >= 1) AND (window_months <= 24))),
  constraint payer_rules_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table payer_rules is 'payers: where one payer profile ends and the next begins, where an organisation changed it';
alter table payer_rules enable row level security, force row level security;
create policy maintenance on payer_rules for all to quittance_maintenance using (true) with check (true);
create policy own_organization on payer_rules for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on payer_rules to quittance_app;

create table payment (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  legal_entity_id bigint not null,
  customer_id bigint not null,
  received_on date not null,
  currency text not null,
  amount bigint not null,
  unallocated bigint not null,
  means text not null,
  reference text,
  origin text default 'manual'::text not null,
  entry_key text,
  entered_by bigint,
  entered_at timestamp with time zone default clock_timestamp() not null,
  ledger_key text,
  deposit_slip_id bigint,
  constraint payment_pkey PRIMARY KEY (organization_id, id),
  constraint payment_organization_id_entry_key_key UNIQUE (organization_id, entry_key),
  constraint never_over_allocated CHECK (((unallocated >= 0) AND (unallocated <= amount))),
  constraint payment_amount_check CHECK ((amount > 0)),
  constraint payment_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint payment_means_check CHECK ((means = ANY (ARRAY['transfer'::text, 'cheque'::text, 'card'::text, 'directDebit'::text, 'billOfExchange'::text, 'cash'::text, 'other'::text]))),
  constraint payment_origin_check CHECK ((origin = ANY (ARRAY['manual'::text, 'import'::text, 'bank'::text]))),
  constraint payment_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id),
  constraint payment_organization_id_deposit_slip_id_fkey FOREIGN KEY (organization_id, deposit_slip_id) REFERENCES deposit_slip(organization_id, id),
  constraint payment_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE,
  constraint payment_organization_id_legal_entity_id_fkey FOREIGN KEY (organization_id, legal_entity_id) REFERENCES legal_entity(organization_id, id)
);
comment on table payment is 'payments: money received from a customer; reversed, never deleted';
CREATE INDEX payment_by_day ON payment USING btree (organization_id, received_on DESC, id DESC);
CREATE INDEX payment_by_part_of_reference ON payment USING gin (signs_in_threes(organization_id, reference)) WHERE (reference IS NOT NULL);
CREATE INDEX payment_left_by_day ON payment USING btree (organization_id, received_on DESC, id DESC) WHERE (unallocated > 0);
CREATE INDEX payment_of_customer ON payment USING btree (organization_id, customer_id, received_on DESC);
CREATE UNIQUE INDEX payment_of_ledger ON payment USING btree (organization_id, legal_entity_id, ledger_key) WHERE (ledger_key IS NOT NULL);
CREATE INDEX payment_of_slip ON payment USING btree (organization_id, deposit_slip_id) WHERE (deposit_slip_id IS NOT NULL);
CREATE INDEX payment_unallocated ON payment USING btree (organization_id, customer_id) INCLUDE (currency, unallocated) WHERE (unallocated > 0);
CREATE INDEX payment_untold ON payment USING btree (organization_id, customer_id) INCLUDE (amount) WHERE (ledger_key IS NULL);
CREATE TRIGGER payment_added AFTER INSERT ON payment REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION payment_asks_for_count();
CREATE TRIGGER payment_changed AFTER UPDATE ON payment REFERENCING OLD TABLE AS gone NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION payment_asks_for_count();
CREATE TRIGGER payment_leaves_tally BEFORE DELETE ON payment FOR EACH ROW EXECUTE FUNCTION payment_leaves_tally();
CREATE TRIGGER payment_starts_unallocated BEFORE INSERT ON payment FOR EACH ROW EXECUTE FUNCTION payment_starts_unallocated();
CREATE TRIGGER payment_tallied AFTER INSERT ON payment REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION payment_is_tallied();
CREATE TRIGGER payment_tallied_again AFTER UPDATE ON payment REFERENCING OLD TABLE AS gone NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION payment_is_tallied();
alter table payment enable row level security, force row level security;
create policy maintenance on payment for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on payment as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on payment for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on payment to quittance_app;

create table payment_instruction (
  organization_id bigint not null,
  invoice_id bigint not null,
  reference text,
  iban text,
  payee text,
  is_factored boolean default false not null,
  contract text,
  preceding text,
  is_correction boolean default false not null,
  late_interest text,
  indemnity text,
  discount text,
  constraint payment_instruction_pkey PRIMARY KEY (organization_id, invoice_id),
  constraint payment_instruction_organization_id_invoice_id_fkey FOREIGN KEY (organization_id, invoice_id) REFERENCES invoice(organization_id, id) ON DELETE CASCADE
);
comment on table payment_instruction is 'invoices: how an electronic invoice says it is to be paid, and what it takes the place of';
CREATE INDEX payment_instruction_correcting ON payment_instruction USING btree (organization_id, preceding) WHERE is_correction;
alter table payment_instruction enable row level security, force row level security;
create policy maintenance on payment_instruction for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on payment_instruction as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM invoice o
  WHERE ((o.organization_id = payment_instruction.organization_id) AND (o.id = payment_instruction.invoice_id)))));
create policy own_organization on payment_instruction for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on payment_instruction to quittance_app;

create table payment_plan (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  customer_id bigint not null,
  agreed_on date not null,
  ended_on date,
  note text,
  agreed_by bigint,
  grace_days integer default 2 not null,
  ended_because text,
  ended_by bigint,
  confirmed_on date,
  confirmed_by bigint,
  ended_plans bigint[] default '{}'::bigint[] not null,
  constraint payment_plan_pkey PRIMARY KEY (organization_id, id),
  constraint payment_plan_grace_days_check CHECK (((grace_days >= 0) AND (grace_days <= 30))),
  constraint payment_plan_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE
);
comment on table payment_plan is 'promises: an agreement to pay in several dates';
CREATE INDEX payment_plan_of_customer ON payment_plan USING btree (organization_id, customer_id);
CREATE TRIGGER plan_holds_items AFTER UPDATE OF ended_on ON payment_plan FOR EACH ROW EXECUTE FUNCTION plan_holds_items();
alter table payment_plan enable row level security, force row level security;
create policy maintenance on payment_plan for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on payment_plan as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on payment_plan for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on payment_plan to quittance_app;

create table payment_plan_instalment (
  organization_id bigint not null,
  payment_plan_id bigint not null,
  due_on date not null,
  currency text not null,
  amount bigint not null,
  constraint payment_plan_instalment_pkey PRIMARY KEY (organization_id, payment_plan_id, due_on),
  constraint payment_plan_instalment_amount_check CHECK ((amount > 0)),
  constraint payment_plan_instalment_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint payment_plan_instalment_organization_id_payment_plan_id_fkey FOREIGN KEY (organization_id, payment_plan_id) REFERENCES payment_plan(organization_id, id) ON DELETE CASCADE
);
comment on table payment_plan_instalment is 'promises: one date of a payment plan';
alter table payment_plan_instalment enable row level security, force row level security;
create policy maintenance on payment_plan_instalment for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on payment_plan_instalment as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM payment_plan o
  WHERE ((o.organization_id = payment_plan_instalment.organization_id) AND (o.id = payment_plan_instalment.payment_plan_id)))));
create policy own_organization on payment_plan_instalment for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on payment_plan_instalment to quittance_app;

create table payment_plan_item (
  organization_id bigint not null,
  payment_plan_id bigint not null,
  open_item_id bigint not null,
  amount_due bigint not null,
  holds boolean default true not null,
  constraint payment_plan_item_pkey PRIMARY KEY (organization_id, payment_plan_id, open_item_id),
  constraint payment_plan_item_organization_id_open_item_id_fkey FOREIGN KEY (organization_id, open_item_id) REFERENCES open_item(organization_id, id) ON DELETE CASCADE,
  constraint payment_plan_item_organization_id_payment_plan_id_fkey FOREIGN KEY (organization_id, payment_plan_id) REFERENCES payment_plan(organization_id, id) ON DELETE CASCADE
);
comment on table payment_plan_item is 'promises: which open items a payment plan covers';
CREATE UNIQUE INDEX payment_plan_holds_once ON payment_plan_item USING btree (organization_id, open_item_id) WHERE holds;
CREATE INDEX payment_plan_of_item ON payment_plan_item USING btree (organization_id, open_item_id);
CREATE TRIGGER plan_item_is_held BEFORE INSERT ON payment_plan_item FOR EACH ROW EXECUTE FUNCTION plan_item_is_held();
alter table payment_plan_item enable row level security, force row level security;
create policy maintenance on payment_plan_item for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on payment_plan_item as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM payment_plan o
  WHERE ((o.organization_id = payment_plan_item.organization_id) AND (o.id = payment_plan_item.payment_plan_id)))));
create policy own_organization on payment_plan_item for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on payment_plan_item to quittance_app;

create table payment_reversal (
  organization_id bigint not null,
  payment_id bigint not null,
  reversed_on date not null,
  reason text not null,
  note text,
  reversed_by bigint,
  reversed_at timestamp with time zone default clock_timestamp() not null,
  constraint payment_reversal_pkey PRIMARY KEY (organization_id, payment_id),
  constraint payment_reversal_reason_check CHECK ((reason = ANY (ARRAY['rejected'::text, 'mistake'::text, 'undone'::text]))),
  constraint payment_reversal_organization_id_payment_id_fkey FOREIGN KEY (organization_id, payment_id) REFERENCES payment(organization_id, id) ON DELETE CASCADE
);
comment on table payment_reversal is 'payments: a payment that bounced or was entered by mistake';
CREATE TRIGGER reversal_empties_payment BEFORE INSERT ON payment_reversal FOR EACH ROW EXECUTE FUNCTION reversal_empties_payment();
CREATE TRIGGER reversal_is_tallied AFTER INSERT OR DELETE ON payment_reversal FOR EACH ROW EXECUTE FUNCTION reversal_is_tallied();
alter table payment_reversal enable row level security, force row level security;
create policy maintenance on payment_reversal for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on payment_reversal as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM payment o
  WHERE ((o.organization_id = payment_reversal.organization_id) AND (o.id = payment_reversal.payment_id)))));
create policy own_organization on payment_reversal for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on payment_reversal to quittance_app;

create table payment_tally (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  currency text not null,
  payments integer default 0 not null,
  amount bigint default 0 not null,
  unallocated_payments integer default 0 not null,
  unallocated bigint default 0 not null,
  reversed_payments integer default 0 not null,
  reversed bigint default 0 not null,
  constraint payment_tally_pkey PRIMARY KEY (organization_id, id),
  constraint payment_tally_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table payment_tally is 'payments: payments counted by currency, in changes to add up';
alter table payment_tally enable row level security, force row level security;
create policy maintenance on payment_tally for all to quittance_maintenance using (true) with check (true);
create policy no_delete_for_portfolios on payment_tally as restrictive for delete to quittance_app using ( SELECT sees_bank() AS sees_bank);
create policy no_select_for_portfolios on payment_tally as restrictive for select to quittance_app using ( SELECT sees_bank() AS sees_bank);
create policy no_update_for_portfolios on payment_tally as restrictive for update to quittance_app using ( SELECT sees_bank() AS sees_bank);
create policy own_organization on payment_tally for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on payment_tally to quittance_app;

create table person (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  name text not null,
  email text not null,
  phone text,
  signature text,
  role text not null,
  auth_user text,
  language text,
  is_active boolean default true not null,
  created_at timestamp with time zone default now() not null,
  constraint person_pkey PRIMARY KEY (organization_id, id),
  constraint person_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'en'::text]))),
  constraint person_name_check CHECK ((name <> ''::text)),
  constraint person_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'director'::text, 'accountant'::text, 'sales'::text, 'project'::text, 'readonly'::text]))),
  constraint person_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table person is 'people: somebody of the organisation, signed in or only named as sales rep or collector';
CREATE UNIQUE INDEX person_auth_user_once ON person USING btree (organization_id, auth_user);
CREATE INDEX person_by_auth_user ON person USING btree (auth_user) WHERE (auth_user IS NOT NULL);
CREATE UNIQUE INDEX person_email_once ON person USING btree (organization_id, lower(email));
alter table person enable row level security, force row level security;
create policy maintenance on person for all to quittance_maintenance using (true) with check (true);
create policy own_organization on person for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant insert, select, update on person to quittance_app;

create table promise (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  customer_id bigint not null,
  promised_for date not null,
  currency text not null,
  amount bigint not null,
  note text,
  noted_on date not null,
  noted_by bigint,
  withdrawn_on date,
  written_at timestamp with time zone default clock_timestamp() not null,
  kept_until date not null,
  withdrawn_because text,
  withdrawn_note text,
  withdrawn_by bigint,
  replaced_by bigint,
  received bigint default 0 not null,
  ended_plans bigint[] default '{}'::bigint[] not null,
  noted_at timestamp with time zone default moment() not null,
  enough bigint not null,
  replaced_by_plan bigint,
  constraint promise_pkey PRIMARY KEY (organization_id, id),
  constraint promise_amount_check CHECK ((amount > 0)),
  constraint promise_check CHECK (((received >= 0) AND (received <= amount))),
  constraint promise_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint promise_enough_check CHECK (((enough >= 1) AND (enough <= amount))),
  constraint promise_kept_until_check CHECK ((kept_until >= promised_for)),
  constraint promise_withdrawn_because_check CHECK ((withdrawn_because = ANY (ARRAY['cancelled'::text, 'replaced'::text, 'undone'::text]))),
  constraint promise_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE
);
comment on table promise is 'promises: a date the customer gave; kept or broken is asked of the facts';
CREATE INDEX promise_of_customer ON promise USING btree (organization_id, customer_id, promised_for DESC);
CREATE INDEX promise_replaced_by_plan ON promise USING btree (organization_id, replaced_by_plan) WHERE (replaced_by_plan IS NOT NULL);
CREATE TRIGGER promise_is_believed BEFORE INSERT ON promise FOR EACH ROW EXECUTE FUNCTION promise_is_believed();
CREATE TRIGGER promise_is_judged AFTER UPDATE OF withdrawn_on, amount, promised_for, kept_until, noted_on ON promise FOR EACH ROW EXECUTE FUNCTION promise_is_judged();
alter table promise enable row level security, force row level security;
create policy maintenance on promise for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on promise as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on promise for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on promise to quittance_app;

create table promise_item (
  organization_id bigint not null,
  promise_id bigint not null,
  open_item_id bigint not null,
  amount bigint,
  constraint promise_item_pkey PRIMARY KEY (organization_id, promise_id, open_item_id),
  constraint promise_item_amount_check CHECK ((amount > 0)),
  constraint promise_item_organization_id_open_item_id_fkey FOREIGN KEY (organization_id, open_item_id) REFERENCES open_item(organization_id, id) ON DELETE CASCADE,
  constraint promise_item_organization_id_promise_id_fkey FOREIGN KEY (organization_id, promise_id) REFERENCES promise(organization_id, id) ON DELETE CASCADE
);
comment on table promise_item is 'promises: which open items a promise covers';
CREATE INDEX promise_of_item ON promise_item USING btree (organization_id, open_item_id);
CREATE TRIGGER promise_items_are_judged AFTER INSERT ON promise_item REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION promise_items_are_judged();
alter table promise_item enable row level security, force row level security;
create policy maintenance on promise_item for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on promise_item as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM promise o
  WHERE ((o.organization_id = promise_item.organization_id) AND (o.id = promise_item.promise_id)))));
create policy own_organization on promise_item for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on promise_item to quittance_app;

create table refusal (
  organization_id bigint not null,
  source_file_id bigint not null,
  line integer not null,
  field text not null,
  code text not null,
  value text not null,
  other text,
  fix_field text,
  fix_value text,
  invoice_number text not null,
  constraint refusal_pkey PRIMARY KEY (organization_id, source_file_id, line, field),
  constraint refusal_check CHECK (((fix_field IS NULL) = (fix_value IS NULL))),
  constraint refusal_organization_id_source_file_id_fkey FOREIGN KEY (organization_id, source_file_id) REFERENCES source_file(organization_id, id) ON DELETE CASCADE
);
comment on table refusal is 'imports: a row that cannot go in as it is, and why';
alter table refusal enable row level security, force row level security;
create policy bank_is_not_for_portfolios on refusal as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on refusal for all to quittance_maintenance using (true) with check (true);
create policy own_organization on refusal for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on refusal to quittance_app;

create table refused_address (
  organization_id bigint not null,
  address text not null,
  why text not null,
  refused_on date not null,
  reply text not null,
  constraint refused_address_pkey PRIMARY KEY (organization_id, address),
  constraint refused_address_address_check CHECK (((address <> ''::text) AND (address = lower(address)))),
  constraint refused_address_why_check CHECK ((why = ANY (ARRAY['dead'::text, 'complaint'::text]))),
  constraint refused_address_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table refused_address is 'customers: an address that gets no more mail, whichever contact has it';
alter table refused_address enable row level security, force row level security;
create policy bank_is_not_for_portfolios on refused_address as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on refused_address for all to quittance_maintenance using (true) with check (true);
create policy own_organization on refused_address for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on refused_address to quittance_app;

create table reminder (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  customer_id bigint not null,
  legal_entity_id bigint not null,
  about text not null,
  step_key text,
  delay_days integer,
  tone text not null,
  carrying_item_id bigint,
  items_hash text,
  state text not null,
  because text,
  decided_on date not null,
  held_until date,
  subject_written text,
  body_written text,
  approved_by bigint,
  approved_at timestamp with time zone,
  leaves_at timestamp with time zone,
  message_id text not null,
  recipients jsonb,
  subject text,
  text_body text,
  html_body text,
  attempts integer default 0 not null,
  next_attempt_at timestamp with time zone,
  claimed_by text,
  claimed_at timestamp with time zone,
  dialogue_at timestamp with time zone,
  sent_at timestamp with time zone,
  server_reply text,
  ended_because text,
  written_at timestamp with time zone default clock_timestamp() not null,
  happened_at timestamp with time zone generated always as (COALESCE(sent_at, written_at)) stored,
  delivery jsonb default '{}'::jsonb not null,
  departure_minute integer,
  channel text default 'email'::text not null,
  edited_by bigint,
  edited_at timestamp with time zone,
  approved_hash text,
  approved_sums jsonb,
  recalled_by bigint,
  recalled_at timestamp with time zone,
  recall_reason text,
  set_aside_by bigint,
  set_aside_reason text,
  constraint reminder_pkey PRIMARY KEY (organization_id, id),
  constraint reminder_organization_id_message_id_key UNIQUE (organization_id, message_id),
  constraint reminder_about_check CHECK ((about = ANY (ARRAY['overdue'::text, 'upcoming'::text, 'manual'::text, 'copy'::text]))),
  constraint reminder_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'sms'::text]))),
  constraint reminder_departure_minute_check CHECK (((departure_minute >= 0) AND (departure_minute <= 1439))),
  constraint reminder_recall_reason_check CHECK ((recall_reason <> ''::text)),
  constraint reminder_set_aside_reason_check CHECK ((set_aside_reason <> ''::text)),
  constraint reminder_state_check CHECK ((state = ANY (ARRAY['pendingApproval'::text, 'ready'::text, 'sending'::text, 'sent'::text, 'inTestOutbox'::text, 'failed'::text, 'uncertain'::text, 'cancelled'::text, 'held'::text]))),
  constraint reminder_step_check CHECK (((about = ANY (ARRAY['manual'::text, 'copy'::text])) = (step_key IS NULL))),
  constraint reminder_tone_check CHECK ((tone = ANY (ARRAY['courtesy'::text, 'friendly'::text, 'neutral'::text, 'firm'::text, 'formalNotice'::text]))),
  constraint reminder_organization_id_carrying_item_id_fkey FOREIGN KEY (organization_id, carrying_item_id) REFERENCES open_item(organization_id, id) ON DELETE CASCADE,
  constraint reminder_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE,
  constraint reminder_organization_id_legal_entity_id_fkey FOREIGN KEY (organization_id, legal_entity_id) REFERENCES legal_entity(organization_id, id)
);
comment on table reminder is 'dunning: a message to a customer, from its decision to its departure';
CREATE INDEX reminder_by_day ON reminder USING btree (organization_id, state, tone, happened_at, id) WHERE (state = ANY (ARRAY['pendingApproval'::text, 'ready'::text, 'sending'::text, 'sent'::text, 'inTestOutbox'::text, 'failed'::text, 'uncertain'::text]));
CREATE INDEX reminder_by_state ON reminder USING btree (organization_id, state, id);
CREATE INDEX reminder_of_carrying_item ON reminder USING btree (organization_id, carrying_item_id);
CREATE INDEX reminder_of_customer ON reminder USING btree (organization_id, customer_id, id DESC);
CREATE UNIQUE INDEX reminder_on_its_way_once ON reminder USING btree (organization_id, customer_id, legal_entity_id) WHERE ((state = ANY (ARRAY['pendingApproval'::text, 'ready'::text, 'sending'::text, 'uncertain'::text])) AND (about <> 'copy'::text));
CREATE INDEX reminder_sent ON reminder USING btree (organization_id, sent_at DESC) WHERE (state = 'sent'::text);
CREATE UNIQUE INDEX reminder_step_once ON reminder USING btree (organization_id, carrying_item_id, step_key) WHERE ((state <> ALL (ARRAY['cancelled'::text, 'failed'::text, 'held'::text])) AND (step_key IS NOT NULL));
CREATE TRIGGER reminder_added AFTER INSERT ON reminder REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION reminder_is_tallied();
CREATE TRIGGER reminder_changed AFTER UPDATE ON reminder REFERENCING OLD TABLE AS gone NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION reminder_is_tallied();
CREATE TRIGGER reminder_leaves_tally BEFORE DELETE ON reminder FOR EACH ROW EXECUTE FUNCTION reminder_leaves_tally();
alter table reminder enable row level security, force row level security;
create policy maintenance on reminder for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on reminder as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))));
create policy own_organization on reminder for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on reminder to quittance_app;

create table reminder_item (
  organization_id bigint not null,
  reminder_id bigint not null,
  open_item_id bigint not null,
  step_key text,
  delay_days integer,
  days_late integer not null,
  currency text not null,
  amount_due bigint not null,
  constraint reminder_item_pkey PRIMARY KEY (organization_id, reminder_id, open_item_id),
  constraint reminder_item_check CHECK (((step_key IS NULL) = (delay_days IS NULL))),
  constraint reminder_item_organization_id_open_item_id_fkey FOREIGN KEY (organization_id, open_item_id) REFERENCES open_item(organization_id, id) ON DELETE CASCADE,
  constraint reminder_item_organization_id_reminder_id_fkey FOREIGN KEY (organization_id, reminder_id) REFERENCES reminder(organization_id, id) ON DELETE CASCADE
);
comment on table reminder_item is 'dunning: an open item as a message shows it';
CREATE INDEX reminder_of_item ON reminder_item USING btree (organization_id, open_item_id);
CREATE TRIGGER reminder_items_added AFTER INSERT ON reminder_item REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION reminder_items_are_summed();
CREATE TRIGGER reminder_items_changed AFTER UPDATE ON reminder_item REFERENCING OLD TABLE AS gone NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION reminder_items_are_summed();
CREATE TRIGGER reminder_items_removed AFTER DELETE ON reminder_item REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION reminder_items_are_summed();
alter table reminder_item enable row level security, force row level security;
create policy maintenance on reminder_item for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on reminder_item as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM reminder o
  WHERE ((o.organization_id = reminder_item.organization_id) AND (o.id = reminder_item.reminder_id)))));
create policy own_organization on reminder_item for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on reminder_item to quittance_app;

create table reminder_sum (
  organization_id bigint not null,
  reminder_id bigint not null,
  currency text not null,
  items integer not null,
  amount bigint not null,
  constraint reminder_sum_pkey PRIMARY KEY (organization_id, reminder_id, currency),
  constraint reminder_sum_organization_id_reminder_id_fkey FOREIGN KEY (organization_id, reminder_id) REFERENCES reminder(organization_id, id) ON DELETE CASCADE
);
comment on table reminder_sum is 'dunning: what a message lists, per currency';
alter table reminder_sum enable row level security, force row level security;
create policy maintenance on reminder_sum for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on reminder_sum as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM reminder o
  WHERE ((o.organization_id = reminder_sum.organization_id) AND (o.id = reminder_sum.reminder_id)))));
create policy own_organization on reminder_sum for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on reminder_sum to quittance_app;

create table reminder_tally (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  state text not null,
  tone text not null,
  currency text,
  messages integer default 0 not null,
  items integer default 0 not null,
  amount bigint default 0 not null,
  constraint reminder_tally_pkey PRIMARY KEY (organization_id, id),
  constraint reminder_tally_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table reminder_tally is 'dunning: messages counted by state and tone, in changes to add up';
alter table reminder_tally enable row level security, force row level security;
create policy maintenance on reminder_tally for all to quittance_maintenance using (true) with check (true);
create policy no_delete_for_portfolios on reminder_tally as restrictive for delete to quittance_app using ( SELECT sees_bank() AS sees_bank);
create policy no_select_for_portfolios on reminder_tally as restrictive for select to quittance_app using ( SELECT sees_bank() AS sees_bank);
create policy no_update_for_portfolios on reminder_tally as restrictive for update to quittance_app using ( SELECT sees_bank() AS sees_bank);
create policy own_organization on reminder_tally for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on reminder_tally to quittance_app;

create table saved_view (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  person_id bigint not null,
  name text not null,
  is_shared boolean default false not null,
  search jsonb not null,
  created_at timestamp with time zone default now() not null,
  constraint saved_view_pkey PRIMARY KEY (organization_id, id),
  constraint saved_view_name_check CHECK (((name <> ''::text) AND (length(name) <= 60))),
  constraint saved_view_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE,
  constraint saved_view_organization_id_person_id_fkey FOREIGN KEY (organization_id, person_id) REFERENCES person(organization_id, id) ON DELETE CASCADE
);
comment on table saved_view is 'invoices: a list under a name, of one person or shared with all';
CREATE UNIQUE INDEX saved_view_name_once ON saved_view USING btree (organization_id, person_id, lower(name));
alter table saved_view enable row level security, force row level security;
create policy maintenance on saved_view for all to quittance_maintenance using (true) with check (true);
create policy own_or_shared on saved_view as restrictive for all to quittance_app using (is_shared OR (person_id = ( SELECT current_person() AS current_person))) with check (is_shared OR (person_id = ( SELECT current_person() AS current_person)));
create policy own_organization on saved_view for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on saved_view to quittance_app;

create table scenario (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  name text not null,
  preset text,
  version integer default 1 not null,
  cases jsonb default '[]'::jsonb not null,
  constraint scenario_pkey PRIMARY KEY (organization_id, id),
  constraint scenario_cases_check CHECK ((jsonb_typeof(cases) = 'array'::text)),
  constraint scenario_preset_check CHECK ((preset = ANY (ARRAY['standard'::text, 'gentle'::text, 'firm'::text, 'publicBody'::text, 'individual'::text]))),
  constraint scenario_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table scenario is 'dunning: the steps from the due date on, in versions';
comment on column scenario.cases is 'as the file that brought them in wrote them; run at each import, given back by an export';
alter table scenario enable row level security, force row level security;
create policy maintenance on scenario for all to quittance_maintenance using (true) with check (true);
create policy own_organization on scenario for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on scenario to quittance_app;

create table scenario_rule (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  "position" integer not null,
  scenario_id bigint not null,
  category text,
  sales_rep_id bigint,
  collector_id bigint,
  owes_from bigint,
  owes_below bigint,
  profile text,
  constraint scenario_rule_pkey PRIMARY KEY (organization_id, id),
  constraint scenario_rule_asks CHECK (((category IS NOT NULL) OR (profile IS NOT NULL) OR (sales_rep_id IS NOT NULL) OR (collector_id IS NOT NULL) OR (owes_from IS NOT NULL) OR (owes_below IS NOT NULL))),
  constraint scenario_rule_category_check CHECK ((category = ANY (ARRAY['company'::text, 'publicBody'::text, 'individual'::text]))),
  constraint scenario_rule_owes_below_check CHECK ((owes_below > 0)),
  constraint scenario_rule_owes_from_check CHECK ((owes_from >= 0)),
  constraint scenario_rule_profile_check CHECK ((profile = ANY (ARRAY['unknown'::text, 'punctual'::text, 'forgetful'::text, 'slow'::text, 'struggling'::text, 'risky'::text]))),
  constraint scenario_rule_organization_id_collector_id_fkey FOREIGN KEY (organization_id, collector_id) REFERENCES person(organization_id, id) ON DELETE CASCADE,
  constraint scenario_rule_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE,
  constraint scenario_rule_organization_id_sales_rep_id_fkey FOREIGN KEY (organization_id, sales_rep_id) REFERENCES person(organization_id, id) ON DELETE CASCADE,
  constraint scenario_rule_organization_id_scenario_id_fkey FOREIGN KEY (organization_id, scenario_id) REFERENCES scenario(organization_id, id) ON DELETE CASCADE
);
comment on table scenario_rule is 'dunning: which customers follow which scenario, tried in order';
CREATE INDEX scenario_rule_in_order ON scenario_rule USING btree (organization_id, "position");
alter table scenario_rule enable row level security, force row level security;
create policy maintenance on scenario_rule for all to quittance_maintenance using (true) with check (true);
create policy own_organization on scenario_rule for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on scenario_rule to quittance_app;

create table scenario_step (
  organization_id bigint not null,
  scenario_id bigint not null,
  version integer not null,
  "position" integer not null,
  key text not null,
  delay_days integer not null,
  channel text not null,
  tone text not null,
  assignee text not null,
  assignee_id bigint,
  is_active boolean default true not null,
  label text,
  sender text,
  recipients text[],
  copies jsonb default '[]'::jsonb not null,
  departure_minute integer,
  release text default 'asOrganization'::text not null,
  fee_fixed bigint,
  fee_basis_points integer,
  texts jsonb default '[]'::jsonb not null,
  constraint scenario_step_pkey PRIMARY KEY (organization_id, scenario_id, version, "position"),
  constraint scenario_step_organization_id_scenario_id_version_key_key UNIQUE (organization_id, scenario_id, version, key),
  constraint scenario_step_assignee_check CHECK ((assignee = ANY (ARRAY['salesRep'::text, 'collector'::text, 'director'::text, 'person'::text]))),
  constraint scenario_step_channel_check CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text, 'call'::text, 'letter'::text, 'registeredLetter'::text, 'task'::text, 'decision'::text]))),
  constraint scenario_step_check CHECK (((assignee = 'person'::text) = (assignee_id IS NOT NULL))),
  constraint scenario_step_departure_minute_check CHECK (((departure_minute >= 0) AND (departure_minute <= 1439))),
  constraint scenario_step_fee_basis_points_check CHECK (((fee_basis_points >= 1) AND (fee_basis_points <= 10000))),
  constraint scenario_step_fee_fixed_check CHECK ((fee_fixed > 0)),
  constraint scenario_step_label_check CHECK ((label <> ''::text)),
  constraint scenario_step_recipients_check CHECK (((recipients <@ ARRAY['accountsPayable'::text, 'invoices'::text, 'escalation'::text, 'other'::text]) AND (recipients <> '{}'::text[]))),
  constraint scenario_step_release_check CHECK ((release = ANY (ARRAY['asOrganization'::text, 'automatic'::text, 'toApprove'::text]))),
  constraint scenario_step_sender_check CHECK ((sender = ANY (ARRAY['collector'::text, 'salesRep'::text]))),
  constraint scenario_step_texts_check CHECK ((jsonb_typeof(texts) = 'array'::text)),
  constraint scenario_step_tone_check CHECK ((tone = ANY (ARRAY['courtesy'::text, 'friendly'::text, 'neutral'::text, 'firm'::text, 'formalNotice'::text]))),
  constraint scenario_step_organization_id_assignee_id_fkey FOREIGN KEY (organization_id, assignee_id) REFERENCES person(organization_id, id),
  constraint scenario_step_organization_id_scenario_id_fkey FOREIGN KEY (organization_id, scenario_id) REFERENCES scenario(organization_id, id) ON DELETE CASCADE
);
comment on table scenario_step is 'dunning: one rung of a version of a scenario';
comment on column scenario_step.texts is 'in place of the texts of its tone: [{"language", "subject", "body"}], one a language; empty: as the tone says';
alter table scenario_step enable row level security, force row level security;
create policy maintenance on scenario_step for all to quittance_maintenance using (true) with check (true);
create policy own_organization on scenario_step for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on scenario_step to quittance_app;

create table scenario_version (
  organization_id bigint not null,
  scenario_id bigint not null,
  version integer not null,
  name text not null,
  effective_on date,
  rules jsonb default '{}'::jsonb not null,
  written_by bigint,
  written_at timestamp with time zone default clock_timestamp() not null,
  replaced_at timestamp with time zone,
  constraint scenario_version_pkey PRIMARY KEY (organization_id, scenario_id, version),
  constraint scenario_version_organization_id_scenario_id_fkey FOREIGN KEY (organization_id, scenario_id) REFERENCES scenario(organization_id, id) ON DELETE CASCADE
);
comment on table scenario_version is 'dunning: a version of a scenario, with its rules and the day it takes effect';
alter table scenario_version enable row level security, force row level security;
create policy maintenance on scenario_version for all to quittance_maintenance using (true) with check (true);
create policy own_organization on scenario_version for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on scenario_version to quittance_app;

create table seen_file (
  organization_id bigint not null,
  source_id bigint not null,
  name text not null,
  size bigint not null,
  modified_at bigint not null,
  state text not null,
  source_file_id bigint,
  seen_at timestamp with time zone not null,
  constraint seen_file_pkey PRIMARY KEY (organization_id, source_id, name),
  constraint seen_file_state_check CHECK ((state = ANY (ARRAY['settling'::text, 'taken'::text, 'known'::text, 'refused'::text]))),
  constraint seen_file_organization_id_source_id_fkey FOREIGN KEY (organization_id, source_id) REFERENCES source(organization_id, id) ON DELETE CASCADE
);
comment on table seen_file is 'imports: a file of a watched folder, as it was last seen';
alter table seen_file enable row level security, force row level security;
create policy bank_is_not_for_portfolios on seen_file as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on seen_file for all to quittance_maintenance using (true) with check (true);
create policy own_organization on seen_file for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on seen_file to quittance_app;

create table sms_gateway (
  organization_id bigint not null,
  is_active boolean default false not null,
  url text not null,
  method text not null,
  headers_sealed text,
  body_template text not null,
  sender text,
  most_parts integer default 3 not null,
  tested_at timestamp with time zone,
  changed_by bigint,
  changed_at timestamp with time zone default clock_timestamp() not null,
  constraint sms_gateway_pkey PRIMARY KEY (organization_id),
  constraint sms_gateway_method_check CHECK ((method = ANY (ARRAY['POST'::text, 'PUT'::text, 'GET'::text]))),
  constraint sms_gateway_most_parts_check CHECK (((most_parts >= 1) AND (most_parts <= 10))),
  constraint sms_gateway_url_check CHECK ((url ~ '^https?://'::text)),
  constraint sms_gateway_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table sms_gateway is 'dunning: the HTTP gateway by which an organisation sends SMS';
alter table sms_gateway enable row level security, force row level security;
create policy bank_is_not_for_portfolios on sms_gateway as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on sms_gateway for all to quittance_maintenance using (true) with check (true);
create policy own_organization on sms_gateway for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on sms_gateway to quittance_app;

create table smtp_settings (
  organization_id bigint not null,
  legal_entity_id bigint not null,
  host text not null,
  port integer not null,
  security text not null,
  username text,
  password_sealed text,
  from_name text not null,
  from_address text not null,
  reply_to text,
  tested_at timestamp with time zone,
  constraint smtp_settings_pkey PRIMARY KEY (organization_id, legal_entity_id),
  constraint smtp_settings_port_check CHECK (((port >= 1) AND (port <= 65535))),
  constraint smtp_settings_security_check CHECK ((security = ANY (ARRAY['tls'::text, 'starttls'::text, 'none'::text]))),
  constraint smtp_settings_organization_id_legal_entity_id_fkey FOREIGN KEY (organization_id, legal_entity_id) REFERENCES legal_entity(organization_id, id) ON DELETE CASCADE
);
comment on table smtp_settings is 'people: the mail server through which a legal entity sends';
alter table smtp_settings enable row level security, force row level security;
create policy maintenance on smtp_settings for all to quittance_maintenance using (true) with check (true);
create policy own_organization on smtp_settings for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on smtp_settings to quittance_app;

create table source (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  legal_entity_id bigint not null,
  kind text not null,
  mark text,
  name text not null,
  holds text default 'some'::text not null,
  settings jsonb default '{}'::jsonb not null,
  secret_sealed text,
  host_key text,
  is_active boolean default true not null,
  is_guarded boolean default true not null,
  layout text,
  looks_at timestamp with time zone,
  last_looked_at timestamp with time zone,
  last_good_import_at timestamp with time zone,
  trouble jsonb,
  constraint source_pkey PRIMARY KEY (organization_id, id),
  constraint source_check CHECK (((kind = ANY (ARRAY['folder'::text, 'sftp'::text])) OR (mark IS NOT NULL))),
  constraint source_holds_check CHECK ((holds = ANY (ARRAY['some'::text, 'allOpen'::text, 'all'::text]))),
  constraint source_kind_check CHECK ((kind = ANY (ARRAY['upload'::text, 'folder'::text, 'sftp'::text, 'api'::text]))),
  constraint source_name_check CHECK ((name <> ''::text)),
  constraint source_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE,
  constraint source_organization_id_legal_entity_id_fkey FOREIGN KEY (organization_id, legal_entity_id) REFERENCES legal_entity(organization_id, id)
);
comment on table source is 'imports: where invoices keep coming from, and when they last came';
CREATE UNIQUE INDEX source_of_mark ON source USING btree (organization_id, legal_entity_id, kind, mark) WHERE (mark IS NOT NULL);
alter table source enable row level security, force row level security;
create policy bank_is_not_for_portfolios on source as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on source for all to quittance_maintenance using (true) with check (true);
create policy own_organization on source for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on source to quittance_app;

create table source_allocation (
  organization_id bigint not null,
  source_file_id bigint not null,
  credit_line integer not null,
  amount bigint not null,
  item_key text not null,
  credit_key text,
  constraint source_allocation_pkey PRIMARY KEY (organization_id, source_file_id, credit_line, item_key),
  constraint source_allocation_amount_check CHECK ((amount > 0)),
  constraint source_allocation_organization_id_source_file_id_fkey FOREIGN KEY (organization_id, source_file_id) REFERENCES source_file(organization_id, id) ON DELETE CASCADE
);
comment on table source_allocation is 'imports: what a ledger says a payment or a credit note settles';
alter table source_allocation enable row level security, force row level security;
create policy bank_is_not_for_portfolios on source_allocation as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on source_allocation for all to quittance_maintenance using (true) with check (true);
create policy own_organization on source_allocation for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on source_allocation to quittance_app;

create table source_balance (
  organization_id bigint not null,
  source_file_id bigint not null,
  customer_code text not null,
  customer_name text not null,
  debit bigint not null,
  credit bigint not null,
  besides bigint not null,
  rebuilt bigint not null,
  constraint source_balance_pkey PRIMARY KEY (organization_id, source_file_id, customer_code),
  constraint source_balance_organization_id_source_file_id_fkey FOREIGN KEY (organization_id, source_file_id) REFERENCES source_file(organization_id, id) ON DELETE CASCADE
);
comment on table source_balance is 'imports: the balance of a customer as a ledger has it';
alter table source_balance enable row level security, force row level security;
create policy bank_is_not_for_portfolios on source_balance as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on source_balance for all to quittance_maintenance using (true) with check (true);
create policy own_organization on source_balance for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on source_balance to quittance_app;

create table source_customer (
  organization_id bigint not null,
  source_file_id bigint not null,
  rank integer not null,
  name text not null,
  code text,
  siren text,
  vat_number text,
  constraint source_customer_pkey PRIMARY KEY (organization_id, source_file_id, rank),
  constraint source_customer_organization_id_source_file_id_fkey FOREIGN KEY (organization_id, source_file_id) REFERENCES source_file(organization_id, id) ON DELETE CASCADE
);
comment on table source_customer is 'imports: a customer whom a source file names and nobody knows yet';
alter table source_customer enable row level security, force row level security;
create policy bank_is_not_for_portfolios on source_customer as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on source_customer for all to quittance_maintenance using (true) with check (true);
create policy own_organization on source_customer for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on source_customer to quittance_app;

create table source_file (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  legal_entity_id bigint not null,
  name text not null,
  sha256 text not null,
  size bigint not null,
  state text not null,
  revision integer default 1 not null,
  choices jsonb default '{}'::jsonb not null,
  format jsonb,
  columns jsonb,
  mapping jsonb,
  signature text,
  rows_read bigint default 0 not null,
  rows_total bigint,
  summary jsonb,
  error jsonb,
  chased_up_to text,
  uploaded_by bigint,
  uploaded_at timestamp with time zone default clock_timestamp() not null,
  written jsonb default '{}'::jsonb not null,
  applied_by bigint,
  imported_at timestamp with time zone,
  undone_at timestamp with time zone,
  done_to integer default 0 not null,
  ledger jsonb,
  period_from date,
  period_to date,
  payments_done_to integer default 0 not null,
  api_key_id bigint,
  pushed_on date,
  apply_asked boolean default false not null,
  source_id bigint,
  good_at timestamp with time zone,
  waits_because text,
  share real default 0 not null,
  constraint source_file_pkey PRIMARY KEY (organization_id, id),
  constraint source_file_check CHECK (((pushed_on IS NULL) OR (api_key_id IS NOT NULL))),
  constraint source_file_share_check CHECK (((share >= (0)::double precision) AND (share <= (1)::double precision))),
  constraint source_file_state_check CHECK ((state = ANY (ARRAY['checking'::text, 'checked'::text, 'importing'::text, 'imported'::text, 'failed'::text, 'undone'::text]))),
  constraint source_file_organization_id_api_key_id_fkey FOREIGN KEY (organization_id, api_key_id) REFERENCES api_key(organization_id, id),
  constraint source_file_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE,
  constraint source_file_organization_id_legal_entity_id_fkey FOREIGN KEY (organization_id, legal_entity_id) REFERENCES legal_entity(organization_id, id),
  constraint source_file_organization_id_source_id_fkey FOREIGN KEY (organization_id, source_id) REFERENCES source(organization_id, id)
);
comment on table source_file is 'imports: a file of invoices, how it was read and what came of it';
CREATE UNIQUE INDEX source_file_importing_once ON source_file USING btree (organization_id) WHERE (state = 'importing'::text);
CREATE INDEX source_file_of_key ON source_file USING btree (organization_id, api_key_id, pushed_on) WHERE (api_key_id IS NOT NULL);
CREATE INDEX source_file_of_source ON source_file USING btree (organization_id, source_id) WHERE (source_id IS NOT NULL);
CREATE INDEX source_file_recent ON source_file USING btree (organization_id, uploaded_at DESC);
alter table source_file enable row level security, force row level security;
create policy bank_is_not_for_portfolios on source_file as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on source_file for all to quittance_maintenance using (true) with check (true);
create policy own_organization on source_file for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on source_file to quittance_app;

create table source_file_part (
  organization_id bigint not null,
  source_file_id bigint not null,
  "position" integer not null,
  content bytea not null,
  constraint source_file_part_pkey PRIMARY KEY (organization_id, source_file_id, "position"),
  constraint source_file_part_organization_id_source_file_id_fkey FOREIGN KEY (organization_id, source_file_id) REFERENCES source_file(organization_id, id) ON DELETE CASCADE
);
comment on table source_file_part is 'imports: the bytes of a source file, in order';
alter table source_file_part enable row level security, force row level security;
create policy bank_is_not_for_portfolios on source_file_part as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on source_file_part for all to quittance_maintenance using (true) with check (true);
create policy own_organization on source_file_part for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on source_file_part to quittance_app;

create table source_payment (
  organization_id bigint not null,
  source_file_id bigint not null,
  line integer not null,
  customer_code text not null,
  customer_name text not null,
  received_on date not null,
  currency text not null,
  amount bigint not null,
  ledger_key text not null,
  reference text not null,
  label text not null,
  is_opening boolean not null,
  constraint source_payment_pkey PRIMARY KEY (organization_id, source_file_id, line),
  constraint source_payment_amount_check CHECK ((amount > 0)),
  constraint source_payment_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint source_payment_organization_id_source_file_id_fkey FOREIGN KEY (organization_id, source_file_id) REFERENCES source_file(organization_id, id) ON DELETE CASCADE
);
comment on table source_payment is 'imports: a payment that a ledger tells of';
alter table source_payment enable row level security, force row level security;
create policy bank_is_not_for_portfolios on source_payment as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on source_payment for all to quittance_maintenance using (true) with check (true);
create policy own_organization on source_payment for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on source_payment to quittance_app;

create table source_row (
  organization_id bigint not null,
  source_file_id bigint not null,
  line integer not null,
  cells json not null,
  state text not null,
  first_line integer,
  held_number text,
  rank integer,
  compared text,
  new_customer integer,
  currency text,
  total bigint,
  amount_due bigint,
  stated_on date,
  is_late boolean default false not null,
  warnings jsonb,
  external_id text,
  constraint source_row_pkey PRIMARY KEY (organization_id, source_file_id, line),
  constraint source_row_compared_check CHECK ((compared = ANY (ARRAY['new'::text, 'changed'::text, 'unchanged'::text]))),
  constraint source_row_state_check CHECK ((state = ANY (ARRAY['ready'::text, 'refused'::text, 'repeated'::text, 'setAside'::text]))),
  constraint source_row_organization_id_source_file_id_fkey FOREIGN KEY (organization_id, source_file_id) REFERENCES source_file(organization_id, id) ON DELETE CASCADE
);
comment on table source_row is 'imports: a row of a source file, and what the check said of it';
CREATE INDEX source_row_instalment ON source_row USING btree (organization_id, source_file_id, first_line, line) WHERE (first_line <> line);
CREATE INDEX source_row_of_identifier ON source_row USING btree (organization_id, source_file_id, external_id) WHERE (external_id IS NOT NULL);
CREATE INDEX source_row_of_number ON source_row USING btree (organization_id, held_number, rank) WHERE (held_number IS NOT NULL);
CREATE INDEX source_row_to_fix ON source_row USING btree (organization_id, source_file_id, line) WHERE (state = 'refused'::text);
alter table source_row enable row level security, force row level security;
create policy bank_is_not_for_portfolios on source_row as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on source_row for all to quittance_maintenance using (true) with check (true);
create policy own_organization on source_row for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on source_row to quittance_app;

create table stated_invoices (
  organization_id bigint not null,
  source_file_id bigint not null,
  id bigint generated by default as identity not null,
  invoices bigint[] not null,
  before jsonb,
  constraint stated_invoices_pkey PRIMARY KEY (organization_id, id),
  constraint stated_invoices_organization_id_source_file_id_fkey FOREIGN KEY (organization_id, source_file_id) REFERENCES source_file(organization_id, id) ON DELETE CASCADE
);
comment on table stated_invoices is 'imports: the invoices a source file states';
CREATE INDEX stated_by_file ON stated_invoices USING btree (organization_id, source_file_id);
alter table stated_invoices enable row level security, force row level security;
create policy bank_is_not_for_portfolios on stated_invoices as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on stated_invoices for all to quittance_maintenance using (true) with check (true);
create policy own_organization on stated_invoices for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on stated_invoices to quittance_app;

create table statement_columns (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  signature text not null,
  headers text[] not null,
  columns text[] not null,
  taught_by bigint,
  taught_at timestamp with time zone default clock_timestamp() not null,
  constraint statement_columns_pkey PRIMARY KEY (organization_id, id),
  constraint statement_columns_organization_id_signature_key UNIQUE (organization_id, signature),
  constraint statement_columns_check CHECK ((cardinality(headers) = cardinality(columns))),
  constraint statement_columns_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE,
  constraint statement_columns_organization_id_taught_by_fkey FOREIGN KEY (organization_id, taught_by) REFERENCES person(organization_id, id)
);
comment on table statement_columns is 'reconciliation: what the columns of a bank''s list hold, as a person said';
alter table statement_columns enable row level security, force row level security;
create policy bank_is_not_for_portfolios on statement_columns as restrictive for all to quittance_app using ( SELECT sees_bank() AS sees_bank) with check ( SELECT sees_bank() AS sees_bank);
create policy maintenance on statement_columns for all to quittance_maintenance using (true) with check (true);
create policy own_organization on statement_columns for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on statement_columns to quittance_app;

create table step_taken (
  organization_id bigint not null,
  open_item_id bigint not null,
  step_key text not null,
  delay_days integer not null,
  taken_on date not null,
  how text not null,
  reminder_id bigint,
  task_id bigint,
  constraint step_taken_pkey PRIMARY KEY (organization_id, open_item_id, step_key),
  constraint step_taken_how_check CHECK ((how = ANY (ARRAY['sent'::text, 'done'::text, 'setAside'::text, 'declared'::text]))),
  constraint step_taken_organization_id_open_item_id_fkey FOREIGN KEY (organization_id, open_item_id) REFERENCES open_item(organization_id, id) ON DELETE CASCADE
);
comment on table step_taken is 'dunning: a step an open item has been through';
alter table step_taken enable row level security, force row level security;
create policy maintenance on step_taken for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on step_taken as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM open_item o
  WHERE ((o.organization_id = step_taken.organization_id) AND (o.id = step_taken.open_item_id)))));
create policy own_organization on step_taken for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on step_taken to quittance_app;

create table task (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  kind text not null,
  customer_id bigint,
  legal_entity_id bigint,
  open_item_id bigint,
  step_key text,
  delay_days integer,
  reminder_id bigint,
  title text,
  note text,
  assignee_id bigint,
  due_on date not null,
  state text default 'todo'::text not null,
  snoozed_until date,
  outcome text,
  made jsonb default '{}'::jsonb not null,
  because text,
  created_by bigint,
  created_at timestamp with time zone default clock_timestamp() not null,
  ended_by bigint,
  ended_at timestamp with time zone,
  broken_on date,
  tries integer default 0 not null,
  next_half text,
  parent_id bigint,
  contact_id bigint,
  assigned_by bigint,
  assigned_on date,
  assigned_note text,
  recurrence_id bigint,
  occurrence_on date,
  constraint task_pkey PRIMARY KEY (organization_id, id),
  constraint task_check CHECK (((open_item_id IS NULL) = (step_key IS NULL))),
  constraint task_check1 CHECK (((recurrence_id IS NULL) = (occurrence_on IS NULL))),
  constraint task_kind_check CHECK ((kind = ANY (ARRAY['call'::text, 'letter'::text, 'decision'::text, 'correctAddress'::text, 'allocateCredit'::text, 'resolveUncertain'::text, 'findPayment'::text, 'correctContact'::text, 'other'::text]))),
  constraint task_next_half_check CHECK ((next_half = ANY (ARRAY['morning'::text, 'afternoon'::text]))),
  constraint task_state_check CHECK ((state = ANY (ARRAY['todo'::text, 'snoozed'::text, 'done'::text, 'dropped'::text]))),
  constraint task_tries_check CHECK ((tries >= 0)),
  constraint task_organization_id_assignee_id_fkey FOREIGN KEY (organization_id, assignee_id) REFERENCES person(organization_id, id),
  constraint task_organization_id_contact_id_fkey FOREIGN KEY (organization_id, contact_id) REFERENCES contact(organization_id, id) ON DELETE SET NULL (contact_id),
  constraint task_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE,
  constraint task_organization_id_open_item_id_fkey FOREIGN KEY (organization_id, open_item_id) REFERENCES open_item(organization_id, id) ON DELETE CASCADE,
  constraint task_organization_id_parent_id_fkey FOREIGN KEY (organization_id, parent_id) REFERENCES task(organization_id, id) ON DELETE SET NULL (parent_id),
  constraint task_organization_id_recurrence_id_fkey FOREIGN KEY (organization_id, recurrence_id) REFERENCES task_recurrence(organization_id, id) ON DELETE CASCADE
);
comment on table task is 'tasks: what a person has to do';
CREATE UNIQUE INDEX task_broken_word_once ON task USING btree (organization_id, customer_id, because, broken_on) WHERE (broken_on IS NOT NULL);
CREATE INDEX task_ended ON task USING btree (organization_id, ended_at DESC) WHERE (state = 'done'::text);
CREATE INDEX task_made_by ON task USING btree (organization_id, parent_id) WHERE (parent_id IS NOT NULL);
CREATE UNIQUE INDEX task_occurrence_once ON task USING btree (organization_id, recurrence_id, occurrence_on) WHERE (recurrence_id IS NOT NULL);
CREATE INDEX task_of_assignee ON task USING btree (organization_id, assignee_id, customer_id) WHERE (customer_id IS NOT NULL);
CREATE INDEX task_of_customer ON task USING btree (organization_id, customer_id, id DESC) WHERE (customer_id IS NOT NULL);
CREATE UNIQUE INDEX task_open_once ON task USING btree (organization_id, customer_id, kind) WHERE ((state = ANY (ARRAY['todo'::text, 'snoozed'::text])) AND (kind = ANY (ARRAY['correctAddress'::text, 'allocateCredit'::text, 'resolveUncertain'::text])));
CREATE UNIQUE INDEX task_recurring_open_once ON task USING btree (organization_id, recurrence_id) WHERE ((recurrence_id IS NOT NULL) AND (state = ANY (ARRAY['todo'::text, 'snoozed'::text])));
CREATE UNIQUE INDEX task_step_once ON task USING btree (organization_id, open_item_id, step_key) WHERE ((step_key IS NOT NULL) AND (state <> 'dropped'::text));
CREATE INDEX task_to_do ON task USING btree (organization_id, due_on, id) WHERE (state = ANY (ARRAY['todo'::text, 'snoozed'::text]));
alter table task enable row level security, force row level security;
create policy maintenance on task for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on task as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))) OR ((customer_id IS NULL) AND ((assignee_id = ( SELECT current_person() AS current_person)) OR (created_by = ( SELECT current_person() AS current_person)))));
create policy own_organization on task for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on task to quittance_app;

create table task_event (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  task_id bigint not null,
  kind text not null,
  happened_on date not null,
  person_id bigint,
  from_person_id bigint,
  to_person_id bigint,
  outcome text,
  until date,
  note text,
  written_at timestamp with time zone default clock_timestamp() not null,
  constraint task_event_pkey PRIMARY KEY (organization_id, id),
  constraint task_event_kind_check CHECK ((kind = ANY (ARRAY['assigned'::text, 'snoozed'::text, 'notReached'::text, 'wrongContact'::text, 'ended'::text, 'endedItself'::text, 'reopened'::text]))),
  constraint task_event_organization_id_task_id_fkey FOREIGN KEY (organization_id, task_id) REFERENCES task(organization_id, id) ON DELETE CASCADE
);
comment on table task_event is 'tasks: what happened to a task, in order: hands it went through, tries, days it was put off to';
CREATE INDEX event_of_task ON task_event USING btree (organization_id, task_id, id);
alter table task_event enable row level security, force row level security;
create policy maintenance on task_event for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on task_event as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM task o
  WHERE ((o.organization_id = task_event.organization_id) AND (o.id = task_event.task_id)))));
create policy own_organization on task_event for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on task_event to quittance_app;

create table task_item (
  organization_id bigint not null,
  task_id bigint not null,
  open_item_id bigint not null,
  step_key text,
  delay_days integer,
  expected bigint,
  constraint task_item_pkey PRIMARY KEY (organization_id, task_id, open_item_id),
  constraint task_item_check CHECK (((step_key IS NULL) = (delay_days IS NULL))),
  constraint task_item_expected_check CHECK ((expected > 0)),
  constraint task_item_organization_id_open_item_id_fkey FOREIGN KEY (organization_id, open_item_id) REFERENCES open_item(organization_id, id) ON DELETE CASCADE,
  constraint task_item_organization_id_task_id_fkey FOREIGN KEY (organization_id, task_id) REFERENCES task(organization_id, id) ON DELETE CASCADE
);
comment on table task_item is 'tasks: which open items a task is about';
CREATE INDEX task_item_of_item ON task_item USING btree (organization_id, open_item_id);
alter table task_item enable row level security, force row level security;
create policy maintenance on task_item for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on task_item as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM task o
  WHERE ((o.organization_id = task_item.organization_id) AND (o.id = task_item.task_id)))));
create policy own_organization on task_item for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on task_item to quittance_app;

create table task_recurrence (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  kind text not null,
  title text not null,
  note text,
  customer_id bigint,
  assignee_id bigint,
  unit text not null,
  every integer not null,
  weekday integer,
  month_day integer,
  starts_on date not null,
  stopped_on date,
  stopped_by bigint,
  created_by bigint,
  created_at timestamp with time zone default clock_timestamp() not null,
  constraint task_recurrence_pkey PRIMARY KEY (organization_id, id),
  constraint task_recurrence_check CHECK ((((unit = 'week'::text) = (weekday IS NOT NULL)) AND ((unit = 'month'::text) = (month_day IS NOT NULL)))),
  constraint task_recurrence_every_check CHECK (((every >= 1) AND (every <= 52))),
  constraint task_recurrence_kind_check CHECK ((kind = ANY (ARRAY['call'::text, 'other'::text]))),
  constraint task_recurrence_month_day_check CHECK (((month_day >= 1) AND (month_day <= 31))),
  constraint task_recurrence_title_check CHECK ((title <> ''::text)),
  constraint task_recurrence_unit_check CHECK ((unit = ANY (ARRAY['week'::text, 'month'::text]))),
  constraint task_recurrence_weekday_check CHECK (((weekday >= 1) AND (weekday <= 5))),
  constraint task_recurrence_organization_id_assignee_id_fkey FOREIGN KEY (organization_id, assignee_id) REFERENCES person(organization_id, id),
  constraint task_recurrence_organization_id_customer_id_fkey FOREIGN KEY (organization_id, customer_id) REFERENCES customer(organization_id, id) ON DELETE CASCADE,
  constraint task_recurrence_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES organization(organization_id) ON DELETE CASCADE
);
comment on table task_recurrence is 'tasks: a task that comes back every so many weeks or months, until somebody stops it';
alter table task_recurrence enable row level security, force row level security;
create policy maintenance on task_recurrence for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on task_recurrence as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (customer_id IN ( SELECT own.own
   FROM own_customers() own(own))) OR ((customer_id IS NULL) AND ((assignee_id = ( SELECT current_person() AS current_person)) OR (created_by = ( SELECT current_person() AS current_person)))));
create policy own_organization on task_recurrence for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on task_recurrence to quittance_app;

create table write_off (
  organization_id bigint not null,
  id bigint generated by default as identity not null,
  open_item_id bigint not null,
  currency text not null,
  amount bigint not null,
  reason text not null,
  note text,
  written_off_on date not null,
  recorded_by bigint,
  recorded_at timestamp with time zone default clock_timestamp() not null,
  ended_at timestamp with time zone,
  ended_by bigint,
  constraint write_off_pkey PRIMARY KEY (organization_id, id),
  constraint write_off_amount_check CHECK ((amount > 0)),
  constraint write_off_reason_check CHECK ((reason = ANY (ARRAY['insolvencyClosed'::text, 'noAssets'::text, 'untraceable'::text, 'tooCostly'::text, 'settlement'::text, 'limitation'::text, 'other'::text]))),
  constraint write_off_organization_id_open_item_id_fkey FOREIGN KEY (organization_id, open_item_id) REFERENCES open_item(organization_id, id) ON DELETE CASCADE
);
comment on table write_off is 'dunning: a due line given up by a person, with the reason; the books are not changed by it';
CREATE UNIQUE INDEX write_off_in_force ON write_off USING btree (organization_id, open_item_id) WHERE (ended_at IS NULL);
alter table write_off enable row level security, force row level security;
create policy maintenance on write_off for all to quittance_maintenance using (true) with check (true);
create policy of_own_portfolio on write_off as restrictive for all to quittance_app using ((( SELECT sees_whole_house() AS sees_whole_house) IS NOT NULL) OR (EXISTS ( SELECT
   FROM open_item o
  WHERE ((o.organization_id = write_off.organization_id) AND (o.id = write_off.open_item_id)))));
create policy own_organization on write_off for all to quittance_app using (organization_id = ( SELECT current_organization() AS current_organization)) with check (organization_id = ( SELECT current_organization() AS current_organization));
grant delete, insert, select, update on write_off to quittance_app;
