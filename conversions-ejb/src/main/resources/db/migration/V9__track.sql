-- What pages and merchants' servers tell by themselves.

-- ---------------------------------------------------------------- workspace

-- allowed_hostnames: one a line; null when pages of every site may tell.
alter table workspace add column (
    allowed_hostnames mediumtext,
    client_sales      boolean default false not null
);

-- ---------------------------------------------------------------- conversion

-- The click that the merchant's own call named: it counts when Stripe names none.
alter table sale add column (
    merchant_click_id varchar(16)
);

-- A sale with an invoice id is told once. Whoever tells it again gets the first answer, as JSON, for ever.
create table tracked_sale (
    workspace_id varchar(40)  not null,
    invoice_id   varchar(190) not null,
    answer       mediumtext,
    tracked_at   datetime(3)  not null,
    primary key (workspace_id, invoice_id)
) ${table};
