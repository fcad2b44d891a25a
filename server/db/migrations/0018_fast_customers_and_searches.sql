-- One row a customer with what it owes in all, so that the list of customers can be read in the order of an index.
-- Written when balances are counted; amounts of several currencies are added up: they rank, they are no sum of money.
create table customer_total (
  organization_id bigint not null,
  customer_id bigint not null,
  outstanding bigint not null default 0,
  late bigint not null default 0,
  late_items integer not null default 0,
  -- the oldest due date when something is late, else never
  late_since date not null default 'infinity',
  primary key (organization_id, customer_id),
  foreign key (organization_id, customer_id) references customer on delete cascade
);
create index customer_total_by_outstanding on customer_total (organization_id, outstanding, customer_id);
create index customer_total_by_late on customer_total (organization_id, late, customer_id) include (late_items);
create index customer_total_by_late_since on customer_total (organization_id, late_since, customer_id);
comment on table customer_total is 'customers: what a customer owes in all, for the order of lists';
call keep_apart('customer_total');
grant select, insert, update, delete on customer_total to quittance_app;

insert into customer_total (organization_id, customer_id, outstanding, late, late_items, late_since)
select c.organization_id, c.id, coalesce(sum(b.not_due + b.late), 0), coalesce(sum(b.late), 0),
  coalesce(sum(b.late_items), 0), coalesce(min(b.oldest_due_date) filter (where b.late_items > 0), 'infinity')
from customer c
left join customer_balance b on b.organization_id = c.organization_id and b.customer_id = c.id
group by c.organization_id, c.id;

create function customer_starts_owing_nothing() returns trigger language plpgsql as $$
begin
  insert into customer_total (organization_id, customer_id) select organization_id, id from added;
  return null;
end $$;
create trigger customer_starts_owing_nothing after insert on customer
  referencing new table as added for each statement execute function customer_starts_owing_nothing();

-- A name is looked through in its index, with the code and the SIREN beside it.
drop index customer_by_name;
create index customer_by_name on customer (organization_id, plain_name, id) include (code, siren);
create index customer_paused on customer (organization_id, id) where paused_on is not null;

-- Of invoices of one amount the latest are looked at first.
drop index invoice_by_total;
create index invoice_by_total on invoice (organization_id, total_amount, id) where total_amount <> 0;

-- Has one number in fifty these signs? Then looking them up in the index would give them all. A thousand due lines are
-- looked at, in five places; numbers are given in their order, so that one place alone would mislead.
create function is_common_in_numbers(typed text) returns boolean language sql stable
  as $$
    select count(*) filter (where position(plain_text(typed) in plain_text(s.number)) > 0) * 50 > count(*)
    from (
      select min(id) as first, max(id) - min(id) as span from open_item where organization_id = current_organization()
    ) a
    cross join generate_series(0, 4) place
    cross join lateral (
      select number from open_item
      where organization_id = current_organization() and id >= a.first + a.span * place / 5
      order by id limit 200) s
  $$;
