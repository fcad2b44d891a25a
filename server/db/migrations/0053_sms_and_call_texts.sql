-- How many parts an SMS may have where a gateway sends them; null while none does. Its address and its key are for those who set
-- it; that it sends decides of the messages of everybody's customers, also when a sales rep approves them.
create function sms_parts() returns integer language sql stable security definer set search_path = quittance, pg_temp as $$
  select most_parts from sms_gateway where organization_id = current_organization() and is_active $$;
revoke execute on function sms_parts() from public;
grant execute on function sms_parts() to quittance_app;

-- What to say of a payment that was announced and is not there, beside what to say in each tone.
alter table message_template
  drop constraint message_template_tone_check,
  add constraint message_template_tone_check check (
    tone in ('courtesy', 'friendly', 'neutral', 'firm', 'formalNotice') or (tone = 'paymentNotFound' and channel = 'call'));
