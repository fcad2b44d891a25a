-- What was owed on an item when the plan was agreed: what came since is that less what is left.
alter table payment_plan_item add column amount_due bigint;
update payment_plan_item l
set amount_due = i.amount_due + coalesce((
  select sum(a.amount) from allocation a
  join payment_plan p on p.organization_id = a.organization_id and p.id = l.payment_plan_id
  where a.organization_id = l.organization_id and a.open_item_id = l.open_item_id and a.allocated_on >= p.agreed_on), 0)
from open_item i
where i.organization_id = l.organization_id and i.id = l.open_item_id;
alter table payment_plan_item alter column amount_due set not null;

-- The promised day or the instalment that was not kept, for a call that asks about it: once a customer and day.
alter table task add column broken_on date;
create unique index task_broken_word_once on task (organization_id, customer_id, because, broken_on)
  where broken_on is not null;

-- Each category of customers has one scenario by default; a scenario may hold for several.
create table default_scenario (
  organization_id bigint not null references organization on delete cascade,
  category text not null check (category in ('company', 'publicBody', 'individual')),
  scenario_id bigint not null,
  primary key (organization_id, category),
  foreign key (organization_id, scenario_id) references scenario on delete cascade
);
comment on table default_scenario is 'dunning: the scenario of a category of customers, for those who have none of their own';
insert into default_scenario (organization_id, category, scenario_id)
select organization_id, default_for, id from scenario where default_for is not null;
insert into default_scenario (organization_id, category, scenario_id)
select d.organization_id, c.category, d.scenario_id
from default_scenario d cross join (values ('publicBody'), ('individual')) c (category)
where d.category = 'company'
on conflict do nothing;
alter table scenario drop column default_for;
call keep_apart('default_scenario');
grant select, insert, update, delete on default_scenario to quittance_app;
