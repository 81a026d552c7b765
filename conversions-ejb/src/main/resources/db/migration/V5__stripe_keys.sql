-- A key of the account's own, with which Stripe is asked: encrypted, and enough of it to know it by.
alter table stripe_connection add column api_key varchar(2000);
alter table stripe_connection add column api_key_hint varchar(40);

-- Payments that refunds wait for and that Stripe is asked about: when next (due_at, null when it need not be asked),
-- when it answered last, and what it said. One row for a payment, however many events wait for it.
create table stripe_payment_search (
    connection_id varchar(40)  not null,
    payment_id    varchar(190) not null,
    workspace_id  varchar(40)  not null,
    mode          varchar(8)   not null,
    attempts      int          not null,
    due_at        datetime(3),
    answered_at   datetime(3),
    answer        varchar(500),
    primary key (connection_id, payment_id)
) ${table};
create index stripe_payment_search_due on stripe_payment_search (due_at);
