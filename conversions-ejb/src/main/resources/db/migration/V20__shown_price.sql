-- What the buyer saw and paid, with tax, when Stripe showed a price in the buyer's own currency. It is shown and never
-- converted: original_amount is what counts, in the currency of the account.
alter table sale add column (
    shown_amount   bigint,
    shown_currency varchar(3)
);
