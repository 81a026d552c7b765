-- Sales that the merchant tells are first or recurring by what the buyer bought before, and are refunded by the merchant.

-- last_sale_told_at: when the merchant told a sale of the buyer last, and null when never: only then can what Stripe tells
-- late make a told sale another than the first.
alter table customer add column (
    last_sale_told_at datetime(3)
);
update customer set last_sale_told_at = (select max(s.recorded_at) from sale s
    where s.customer_id = customer.id and s.told_by in ('page', 'merchant'));

create index sale_of_customer on sale (customer_id, link_id, paid_at);
drop index sale_customer on sale;

-- merchant_taken_back: the exact share that the merchant said went back, by so many calls. taken_back is the greater of
-- this and of what Stripe says, because both tell of the same money.
alter table sale add column (
    merchant_taken_back varchar(200)default '0/1' not null,
    merchant_refunds    int         default 0     not null
);

-- A refund that the merchant told, by what the merchant knows it by, in the currency that the sale was told in.
create table sale_refund (
    id           varchar(40)  not null primary key,
    workspace_id varchar(40)  not null,
    sale_id      varchar(40)  not null,
    refund_id    varchar(190) not null,
    amount       bigint       not null,
    refunded_at  datetime(3)  not null,
    constraint sale_refund_once unique (sale_id, refund_id)
) ${table};
