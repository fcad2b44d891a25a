-- What time it is by the clock of the installation, as the scope of the transaction says; the database's own where it
-- says nothing.
create function moment() returns timestamptz language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, clock_timestamp())
$$;
alter table journal alter column at set default moment();
alter table dispute_event alter column written_at set default moment();
alter table dispute_file alter column added_at set default moment();
-- `written_at` is compared with what imports wrote; this is what people read.
alter table promise add column noted_at timestamptz;
update promise set noted_at = written_at;
alter table promise alter column noted_at set default moment();
alter table promise alter column noted_at set not null;

-- One plan at a time holds an item. Of two that both ran the later was in force: the one before it had ended.
update payment_plan p set ended_on = later.agreed_on
from (
  select distinct on (mine.organization_id, mine.payment_plan_id) mine.organization_id, mine.payment_plan_id as id, l.agreed_on
  from payment_plan_item mine
  join payment_plan_item other on other.organization_id = mine.organization_id and other.open_item_id = mine.open_item_id
    and other.payment_plan_id > mine.payment_plan_id
  join payment_plan l on l.organization_id = other.organization_id and l.id = other.payment_plan_id and l.ended_on is null
  order by mine.organization_id, mine.payment_plan_id, l.id) later
where p.organization_id = later.organization_id and p.id = later.id and p.ended_on is null;
-- projection: its plan is one nobody ended (plan_holds_items)
alter table payment_plan_item add column holds boolean not null default true;
update payment_plan_item l set holds = false
from payment_plan p where p.organization_id = l.organization_id and p.id = l.payment_plan_id and p.ended_on is not null;
create unique index payment_plan_holds_once on payment_plan_item (organization_id, open_item_id) where holds;
-- plans it took the place of, which ended when it was agreed
alter table payment_plan add column ended_plans bigint[] not null default '{}';

create function plan_holds_items() returns trigger language plpgsql as $$
begin
  update payment_plan_item set holds = new.ended_on is null
  where organization_id = new.organization_id and payment_plan_id = new.id and holds <> (new.ended_on is null);
  return null;
end $$;
create trigger plan_holds_items after update of ended_on on payment_plan for each row execute function plan_holds_items();
create function plan_item_is_held() returns trigger language plpgsql as $$
begin
  new.holds := (select ended_on is null from payment_plan where organization_id = new.organization_id and id = new.payment_plan_id);
  return new;
end $$;
create trigger plan_item_is_held before insert on payment_plan_item for each row execute function plan_item_is_held();

-- What keeps a promise: its amount, less what is too small to be asked for on the day it was noted.
alter table promise add column enough bigint;
update promise set enough = amount;
alter table promise alter column enough set not null;
alter table promise add constraint promise_enough_check check (enough between 1 and amount);
create or replace function promise_is_believed() returns trigger language plpgsql as $$
begin
  new.kept_until := coalesce(new.kept_until, new.promised_for);
  new.enough := coalesce(new.enough, new.amount);
  return new;
end $$;
