-- What to say on a call is a text of the house like those of messages.
alter table message_template
  drop constraint message_template_channel_check,
  add constraint message_template_channel_check check (channel in ('email', 'sms', 'call'));
