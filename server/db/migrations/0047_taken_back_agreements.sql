-- What was noted by mistake and taken back counts nowhere; what it had taken the place of stands again.
alter table promise
  drop constraint promise_withdrawn_because_check,
  add constraint promise_withdrawn_because_check check (withdrawn_because in ('cancelled', 'replaced', 'undone')),
  -- payment plans that had fallen, and ended when it was noted
  add column ended_plans bigint[] not null default '{}';
