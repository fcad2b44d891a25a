-- Which payments a ledger may tell of that people or banks told of first: few, or none. Each thousand payments of a ledger
-- looked through all payments of their customers for them, those of the same ledger among them.
create index payment_untold on payment (organization_id, customer_id) include (amount) where ledger_key is null;
