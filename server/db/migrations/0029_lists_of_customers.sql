-- A list of customers brings accounts they pay from: what it brought can be taken back.
alter table import_change drop constraint import_change_thing_check;
alter table import_change add check (thing in ('customer', 'contact', 'customerIban', 'invoice', 'payment', 'dispute',
  'allocation', 'invoiceFile', 'paymentInstruction'));
