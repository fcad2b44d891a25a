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
