-- A dispute opened by mistake counts nowhere; undoing what was done to one brings it back as it stood.
alter table dispute
  drop constraint dispute_outcome_check,
  add constraint dispute_outcome_check check (outcome in ('creditNote', 'correctedInvoice', 'rejected', 'agreed', 'settled', 'undone')),
  -- how it stood before it was last resolved or opened again, and before that
  add column stood jsonb;
