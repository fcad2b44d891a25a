-- An address that refuses our mail refuses it for whoever has it, also when somebody types it again; and how long
-- messages that came are kept as they came.

create table refused_address (
  organization_id bigint not null references organization on delete cascade,
  address text not null check (address <> '' and address = lower(address)),
  -- nobody is there; or somebody is, and wants no more
  why text not null check (why in ('dead', 'complaint')),
  refused_on date not null,
  -- the words of the server, or of the house
  reply text not null,
  primary key (organization_id, address)
);
comment on table refused_address is 'customers: an address that gets no more mail, whichever contact has it';
call keep_apart('refused_address');
grant select, insert, update, delete on refused_address to quittance_app;

insert into refused_address (organization_id, address, why, refused_on, reply)
select distinct on (k.organization_id, lower(k.email)) k.organization_id, lower(k.email),
  case when exists (
    select from bounced_address b
    where b.organization_id = k.organization_id and b.address = lower(k.email) and b.fate = 'complained') then 'complaint' else 'dead' end,
  k.email_refused_on, coalesce(k.email_refusal, '')
from contact k
where k.email <> '' and k.email_refused_on is not null
order by k.organization_id, lower(k.email), k.email_refused_on;

create function contact_keeps_refusal() returns trigger language plpgsql as $$
begin
  if new.email_refused_on is null and new.email <> '' and (tg_op = 'INSERT' or lower(new.email) is distinct from lower(old.email)) then
    select r.refused_on, r.reply into new.email_refused_on, new.email_refusal from refused_address r
    where r.organization_id = new.organization_id and r.address = lower(new.email);
  end if;
  return new;
end $$;
create trigger contact_keeps_refusal before insert or update of email on contact
  for each row execute function contact_keeps_refusal();

-- Months during which the message as it came is kept; what was written in it stays in the answer.
alter table organization add column sources_kept_months integer not null default 60 check (sources_kept_months between 1 and 240);
alter table answer add column source_removed_on date;
create index answer_with_source on answer (organization_id, received_on) where source_removed_on is null;

-- Sales reps and project managers see what was agreed and contested with the own customers and their subsidiaries, and
-- with those about whom something is in their hands. What the house decides looks at all of it (app.whole_house).
create function in_own_portfolio(customer bigint) returns boolean language sql stable
  as $$ select sees_every_task() or exists (
      select from customer c
      where c.organization_id = current_organization() and c.id = customer
        and (c.sales_rep_id = current_person() or exists (
          select from customer p
          where p.organization_id = c.organization_id and p.id = c.parent_id and p.sales_rep_id = current_person())
        or exists (
          select from customer k
          where k.organization_id = c.organization_id and k.parent_id = c.id and k.sales_rep_id = current_person())))
    or exists (
      select from task t
      where t.organization_id = current_organization() and t.customer_id = customer and t.assignee_id = current_person()) $$;
grant execute on function in_own_portfolio(bigint) to quittance_app;

create policy of_own_portfolio on promise as restrictive to quittance_app
  using ((select sees_every_task()) or in_own_portfolio(customer_id));
create policy of_own_portfolio on payment_plan as restrictive to quittance_app
  using ((select sees_every_task()) or in_own_portfolio(customer_id));
create policy of_own_portfolio on extra_delay as restrictive to quittance_app
  using ((select sees_every_task()) or in_own_portfolio(customer_id));
create policy of_own_portfolio on dispute as restrictive to quittance_app
  using ((select sees_every_task()) or in_own_portfolio(customer_id));

create policy of_own_portfolio on promise_item as restrictive to quittance_app using ((select sees_every_task()) or exists (
  select from promise p where p.organization_id = promise_item.organization_id and p.id = promise_item.promise_id));
create policy of_own_portfolio on payment_plan_item as restrictive to quittance_app using ((select sees_every_task()) or exists (
  select from payment_plan p
  where p.organization_id = payment_plan_item.organization_id and p.id = payment_plan_item.payment_plan_id));
create policy of_own_portfolio on payment_plan_instalment as restrictive to quittance_app using ((select sees_every_task()) or exists (
  select from payment_plan p
  where p.organization_id = payment_plan_instalment.organization_id and p.id = payment_plan_instalment.payment_plan_id));
create policy of_own_portfolio on dispute_item as restrictive to quittance_app using ((select sees_every_task()) or exists (
  select from dispute d where d.organization_id = dispute_item.organization_id and d.id = dispute_item.dispute_id));
create policy of_own_portfolio on dispute_event as restrictive to quittance_app using ((select sees_every_task()) or exists (
  select from dispute d where d.organization_id = dispute_event.organization_id and d.id = dispute_event.dispute_id));
create policy of_own_portfolio on dispute_file as restrictive to quittance_app using ((select sees_every_task()) or exists (
  select from dispute d where d.organization_id = dispute_file.organization_id and d.id = dispute_file.dispute_id));

-- What a payment keeps is judged whoever entered it.
create function judge_for_whole_house(asked_organization bigint, items bigint[], promises bigint[]) returns void language plpgsql as $$
declare before text := coalesce(current_setting('app.whole_house', true), '');
begin
  perform set_config('app.whole_house', 'on', true);
  perform judge_promises(asked_organization, array(
    select unnest(promises)
    union
    select l.promise_id from promise_item l where l.organization_id = asked_organization and l.open_item_id = any(items)));
  perform set_config('app.whole_house', before, true);
end $$;
grant execute on function judge_for_whole_house(bigint, bigint[], bigint[]) to quittance_app;

create or replace function allocation_judges_promises() returns trigger language plpgsql as $$
declare touched record;
begin
  for touched in select organization_id, array_agg(distinct open_item_id) as items from moved group by 1 loop
    perform judge_for_whole_house(touched.organization_id, touched.items, '{}');
  end loop;
  return null;
end $$;

create or replace function promise_items_are_judged() returns trigger language plpgsql as $$
declare touched record;
begin
  for touched in select organization_id, array_agg(distinct promise_id) as promises from moved group by 1 loop
    perform judge_for_whole_house(touched.organization_id, '{}', touched.promises);
  end loop;
  return null;
end $$;

create or replace function promise_is_judged() returns trigger language plpgsql as $$
begin
  perform judge_for_whole_house(new.organization_id, '{}', array[new.id]);
  return null;
end $$;
