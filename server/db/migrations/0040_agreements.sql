-- Promises that share no payment, grace, extra delays, and disputes that can be steered, resolved and taken up again.

-- Working days after a promised date, or a date of a payment plan, on which a payment still keeps it.
alter table organization add column promise_grace_days integer not null default 0 check (promise_grace_days between 0 and 30);
alter table organization add column instalment_grace_days integer not null default 2 check (instalment_grace_days between 0 and 30);

-- The last day on which a payment keeps the promise: by the grace in force when it was noted.
alter table promise add column kept_until date;
update promise set kept_until = promised_for;
alter table promise alter column kept_until set not null;
alter table promise add constraint promise_kept_until_check check (kept_until >= promised_for);
alter table promise add column withdrawn_because text check (withdrawn_because in ('cancelled', 'replaced'));
alter table promise add column withdrawn_note text;
alter table promise add column withdrawn_by bigint;
alter table promise add column replaced_by bigint;
-- projection: what came in its time and keeps no other promise (judge_promises)
alter table promise add column received bigint not null default 0 check (received between 0 and amount);
-- null: the amount of the promise holds for its items together
alter table promise_item add column amount bigint check (amount > 0);

create function promise_is_believed() returns trigger language plpgsql as $$
begin
  new.kept_until := coalesce(new.kept_until, new.promised_for);
  return new;
end $$;
create trigger promise_is_believed before insert on promise for each row execute function promise_is_believed();

-- The rule of core/src/promises/share-receipts.ts, kept where the facts change: what is paid goes to the promise that ends
-- first among those that cover its item and hold that day, and the rest to the next. Judges these promises and all that
-- share an item with one of them, and so on.
create function judge_promises(asked_organization bigint, asked bigint[]) returns void language plpgsql as $$
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
end $$;

create function allocation_judges_promises() returns trigger language plpgsql as $$
declare touched record;
begin
  for touched in
    select l.organization_id, array_agg(distinct l.promise_id) as promises
    from moved m join promise_item l on l.organization_id = m.organization_id and l.open_item_id = m.open_item_id
    group by 1
  loop
    perform judge_promises(touched.organization_id, touched.promises);
  end loop;
  return null;
end $$;
create trigger allocation_judges_promises after insert on allocation referencing new table as moved
  for each statement execute function allocation_judges_promises();
create trigger allocation_gone_judges_promises after delete on allocation referencing old table as moved
  for each statement execute function allocation_judges_promises();

create function promise_items_are_judged() returns trigger language plpgsql as $$
declare touched record;
begin
  for touched in select organization_id, array_agg(distinct promise_id) as promises from moved group by 1 loop
    perform judge_promises(touched.organization_id, touched.promises);
  end loop;
  return null;
end $$;
create trigger promise_items_are_judged after insert on promise_item referencing new table as moved
  for each statement execute function promise_items_are_judged();

-- Withdrawn, it gives what it had to those beside it; taken up again, it takes it back.
create function promise_is_judged() returns trigger language plpgsql as $$
begin
  perform judge_promises(new.organization_id, array[new.id]);
  return null;
end $$;
create trigger promise_is_judged after update of withdrawn_on, amount, promised_for, kept_until, noted_on on promise
  for each row execute function promise_is_judged();

do $$
declare told record;
begin
  for told in select organization_id, array_agg(id) as promises from promise group by 1 loop
    perform judge_promises(told.organization_id, told.promises);
  end loop;
end $$;

-- Working days of grace of each date, as agreed; the reason a plan ended; what confirms it to the customer.
alter table payment_plan add column grace_days integer not null default 2 check (grace_days between 0 and 30);
alter table payment_plan add column ended_because text;
alter table payment_plan add column ended_by bigint;
alter table payment_plan add column confirmed_on date;
alter table payment_plan add column confirmed_by bigint;

create table extra_delay (
  organization_id bigint not null,
  id bigint generated by default as identity,
  invoice_id bigint not null,
  customer_id bigint not null,
  -- dunning counts from this day, up to which nothing is asked; the due date of the law stays
  until date not null,
  reason text not null check (reason <> ''),
  granted_on date not null,
  granted_by bigint,
  -- a delay after a first one is granted by a director
  is_further boolean not null default false,
  ended_on date,
  ended_by bigint,
  primary key (organization_id, id),
  foreign key (organization_id, invoice_id) references invoice on delete cascade,
  foreign key (organization_id, customer_id) references customer on delete cascade
);
create unique index extra_delay_once on extra_delay (organization_id, invoice_id) where not is_further and ended_on is null;
create index extra_delay_of_invoice on extra_delay (organization_id, invoice_id);
create index extra_delay_of_customer on extra_delay (organization_id, customer_id) where ended_on is null;
comment on table extra_delay is 'promises: more time granted for an invoice, once, with its reason';

-- What the organisation adds to the reasons there are; archived, never deleted.
create table dispute_category (
  organization_id bigint not null references organization on delete cascade,
  id bigint generated by default as identity,
  name text not null check (name <> ''),
  archived_on date,
  primary key (organization_id, id)
);
create unique index dispute_category_once on dispute_category (organization_id, lower(name)) where archived_on is null;
comment on table dispute_category is 'disputes: a reason that the organisation added to those there are';

alter table dispute add column category_id bigint;
alter table dispute add foreign key (organization_id, category_id) references dispute_category;
alter table dispute add column deadline date;
alter table dispute drop constraint dispute_turn_check;
alter table dispute add constraint dispute_turn_check check (turn in ('ourTurn', 'customerTurn', 'thirdTurn'));
-- what would end it is on its way
alter table dispute add column awaiting text check (awaiting in ('creditNote', 'correctedInvoice'));
alter table dispute add column outcome text
  check (outcome in ('creditNote', 'correctedInvoice', 'rejected', 'agreed', 'settled'));
update dispute set outcome = 'agreed' where resolved_on is not null;
alter table dispute add column resolved_by bigint;
alter table dispute add constraint dispute_outcome_check1 check ((resolved_on is null) = (outcome is null));
-- what the customer is told of the outcome
alter table dispute add column told text;
-- the credit note or the corrected invoice
alter table dispute add column linked_invoice_id bigint;
alter table dispute add foreign key (organization_id, linked_invoice_id) references invoice on delete set null (linked_invoice_id);
create index dispute_linked on dispute (organization_id, linked_invoice_id) where linked_invoice_id is not null;
create index dispute_owned on dispute (organization_id, owner_id) where resolved_on is null;

-- null: all of the due line; else the part contested, the rest is chased
alter table dispute_item add column amount bigint check (amount > 0);

-- What was said and done in a dispute, in order. Comments are written by people, the rest tells what changed.
create table dispute_event (
  organization_id bigint not null,
  id bigint generated by default as identity,
  dispute_id bigint not null,
  kind text not null check (kind in ('comment', 'turn', 'owner', 'deadline', 'awaiting', 'part', 'file', 'resolved', 'settled', 'reopened')),
  text text,
  detail jsonb not null default '{}',
  happened_on date not null,
  person_id bigint,
  written_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, id),
  foreign key (organization_id, dispute_id) references dispute on delete cascade
);
create index event_of_dispute on dispute_event (organization_id, dispute_id, id);
comment on table dispute_event is 'disputes: a comment, or what changed, in the course of a dispute';

create table dispute_file (
  organization_id bigint not null,
  id bigint generated by default as identity,
  dispute_id bigint not null,
  name text not null check (name <> ''),
  media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
  content bytea not null check (length(content) between 1 and 5242880),
  added_by bigint,
  added_at timestamptz not null default clock_timestamp(),
  primary key (organization_id, id),
  foreign key (organization_id, dispute_id) references dispute on delete cascade
);
create index file_of_dispute on dispute_file (organization_id, dispute_id);
comment on table dispute_file is 'disputes: a document that shows what is contested';

call keep_apart('extra_delay');
call keep_apart('dispute_category');
call keep_apart('dispute_event');
call keep_apart('dispute_file');
grant select, insert, update, delete on extra_delay, dispute_category, dispute_event, dispute_file to quittance_app;
