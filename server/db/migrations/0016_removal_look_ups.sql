-- Removing an item looks for the messages and tasks about it, removing a customer for its plans: one look-up each, not the
-- whole table. Undoing an import of 30,000 invoices took half a minute for the first of them alone.
create index reminder_of_carrying_item on reminder (organization_id, carrying_item_id);
create index task_item_of_item on task_item (organization_id, open_item_id);
create index payment_plan_of_customer on payment_plan (organization_id, customer_id);
