-- A payment plan takes the place of a promise in one act; undone, the promise holds again.
alter table promise add column replaced_by_plan bigint;
create index promise_replaced_by_plan on promise (organization_id, replaced_by_plan) where replaced_by_plan is not null;
