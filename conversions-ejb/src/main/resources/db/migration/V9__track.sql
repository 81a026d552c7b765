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

-- A sale is told once by its claim: the invoice id, or what stands in for it. Whoever tells it again gets the first
-- answer, as JSON, for ever.
create table tracked_sale (
    workspace_id varchar(40)  not null,
    claim        varchar(190) not null,
    customer_id  varchar(40),
    answer       mediumtext,
    tracked_at   datetime(3)  not null,
    primary key (workspace_id, claim)
) ${table};
create index tracked_sale_customer on tracked_sale (customer_id);
