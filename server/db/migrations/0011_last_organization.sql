-- Somebody of several organisations comes back to the one they left.
set local role quittance_auth;
-- where the account's next session begins, a wish only: memberships_of decides
alter table auth."user" add column "organizationId" bigint;
reset role;
