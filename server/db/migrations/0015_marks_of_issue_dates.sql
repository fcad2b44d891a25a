-- An issue date that moves changes from which day on a balance holds, so it asks for a count like an amount does.
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
    where (o.amount_due, o.amount, o.issue_date, o.due_date, o.customer_id, o.legal_entity_id, o.currency)
       is distinct from (n.amount_due, n.amount, n.issue_date, n.due_date, n.customer_id, n.legal_entity_id, n.currency);
  end if;
  return null;
end $$;

-- Issue dates that moved before now left no mark: whoever has a day that the facts do not say is counted again.
insert into balance_to_count (organization_id, customer_id)
select distinct b.organization_id, b.customer_id
from customer_balance b
left join (
  select organization_id, customer_id, legal_entity_id, currency, max(day) as day
  from (
    select organization_id, customer_id, legal_entity_id, currency, issue_date as day from open_item
    union all
    select organization_id, customer_id, legal_entity_id, currency, received_on from payment
  ) dated
  group by organization_id, customer_id, legal_entity_id, currency
) f using (organization_id, customer_id, legal_entity_id, currency)
where b.newest_on is distinct from f.day;
