-- What is known of Stripe's ids belongs to the workspace and the mode, whichever connection told it: an account that is
-- connected again, by another endpoint or by the app, goes on as before. Of what several connections have told of the same
-- thing the newest stands. Stripe's ids have up to 255 characters. All times are UTC, all amounts minor units.

-- ---------------------------------------------------------------- customer

create table known_customer (
    workspace_id       varchar(40)  not null,
    mode               varchar(8)   not null,
    stripe_customer_id varchar(255) not null,
    customer_id        varchar(40)  not null,
    told_at            datetime(3),
    deleted_at         datetime(3),
    primary key (workspace_id, mode, stripe_customer_id)
) ${table};
insert into known_customer (workspace_id, mode, stripe_customer_id, customer_id, told_at, deleted_at)
select workspace_id, mode, stripe_customer_id, customer_id, told_at, deleted_at from (
    select c.workspace_id as workspace_id, c.mode as mode, s.stripe_customer_id as stripe_customer_id,
           s.customer_id as customer_id, s.told_at as told_at, s.deleted_at as deleted_at,
           row_number() over (partition by c.workspace_id, c.mode, s.stripe_customer_id
               order by case when s.told_at is null then 1 else 0 end, s.told_at desc, s.customer_id) as place
    from stripe_customer s join customer c on c.id = s.customer_id
) told where place = 1;
drop table stripe_customer;
alter table known_customer rename to stripe_customer;
create index stripe_customer_customer on stripe_customer (customer_id);

-- A Stripe customer's id stands in for an external id that nobody has told.
alter table customer modify column external_id varchar(255) not null;
alter table customer modify column stripe_customer_id varchar(255);

-- ---------------------------------------------------------------- sale

alter table sale modify column sale_key varchar(255) not null;
alter table sale modify column invoice_id varchar(255);
alter table sale_entry modify column source_id varchar(255) not null;
alter table conversion_lead modify column lead_key varchar(300) default '' not null;
alter table tracked_sale modify column claim varchar(255) not null;
alter table commission modify column invoice_id varchar(255);

-- ---------------------------------------------------------------- stripe

create table known_payment (
    workspace_id varchar(40)  not null,
    mode         varchar(8)   not null,
    payment_id   varchar(255) not null,
    sale_key     varchar(255) not null,
    amount       bigint,
    primary key (workspace_id, mode, payment_id, sale_key)
) ${table};
insert into known_payment (workspace_id, mode, payment_id, sale_key, amount)
select c.workspace_id, c.mode, p.payment_id, p.sale_key, max(p.amount)
from stripe_payment p join stripe_connection c on c.id = p.connection_id
group by c.workspace_id, c.mode, p.payment_id, p.sale_key;
drop table stripe_payment;
alter table known_payment rename to stripe_payment;
create index stripe_payment_sale on stripe_payment (workspace_id, mode, sale_key);

create table known_refund (
    workspace_id      varchar(40)  not null,
    mode              varchar(8)   not null,
    kind              varchar(16)  not null,
    object_id         varchar(300) not null,
    charge_id         varchar(255),
    payment_intent_id varchar(255),
    sale_key          varchar(255),
    amount            bigint       not null,
    status            varchar(40)  not null,
    status_rank       int          not null,
    told_at           datetime(3)  not null,
    primary key (workspace_id, mode, kind, object_id)
) ${table};
insert into known_refund (workspace_id, mode, kind, object_id, charge_id, payment_intent_id, sale_key, amount, status,
                          status_rank, told_at)
select workspace_id, mode, kind, object_id, charge_id, payment_intent_id, sale_key, amount, status, status_rank, told_at
from (
    select c.workspace_id as workspace_id, c.mode as mode, r.kind as kind, r.object_id as object_id,
           max(r.charge_id) over (partition by c.workspace_id, c.mode, r.kind, r.object_id) as charge_id,
           max(r.payment_intent_id) over (partition by c.workspace_id, c.mode, r.kind, r.object_id)
               as payment_intent_id,
           r.sale_key as sale_key, r.amount as amount, r.status as status, r.status_rank as status_rank,
           r.told_at as told_at,
           row_number() over (partition by c.workspace_id, c.mode, r.kind, r.object_id
               order by r.told_at desc, r.status_rank desc, r.connection_id) as place
    from stripe_refund r join stripe_connection c on c.id = r.connection_id
) told where place = 1;
drop table stripe_refund;
alter table known_refund rename to stripe_refund;
create index stripe_refund_charge on stripe_refund (workspace_id, mode, charge_id);
create index stripe_refund_payment on stripe_refund (workspace_id, mode, payment_intent_id);
create index stripe_refund_sale on stripe_refund (workspace_id, mode, sale_key);

create table known_subscription (
    workspace_id       varchar(40)  not null,
    mode               varchar(8)   not null,
    subscription_id    varchar(255) not null,
    stripe_customer_id varchar(255) not null,
    ended_at           datetime(3),
    paid               boolean      not null,
    status             varchar(30),
    status_at          datetime(3),
    cancel_at          datetime(3),
    primary key (workspace_id, mode, subscription_id)
) ${table};
insert into known_subscription (workspace_id, mode, subscription_id, stripe_customer_id, ended_at, paid, status, status_at,
                                cancel_at)
select workspace_id, mode, subscription_id, stripe_customer_id, ended_at, paid = 1, status, status_at, cancel_at from (
    select c.workspace_id as workspace_id, c.mode as mode, s.subscription_id as subscription_id,
           s.stripe_customer_id as stripe_customer_id,
           max(s.ended_at) over (partition by c.workspace_id, c.mode, s.subscription_id) as ended_at,
           max(case when s.paid then 1 else 0 end)
               over (partition by c.workspace_id, c.mode, s.subscription_id) as paid,
           s.status as status, s.status_at as status_at, s.cancel_at as cancel_at,
           row_number() over (partition by c.workspace_id, c.mode, s.subscription_id
               order by case when s.status_at is null then 1 else 0 end, s.status_at desc, s.connection_id) as place
    from stripe_subscription s join stripe_connection c on c.id = s.connection_id
) told where place = 1;
drop table stripe_subscription;
alter table known_subscription rename to stripe_subscription;
create index stripe_subscription_customer on stripe_subscription (workspace_id, mode, stripe_customer_id);

-- What Stripe is asked about, because an event waits for it: a payment whose purchase nobody has named, a customer whom
-- nobody knows. connection_id: by whose key. When to ask next (due_at, null when it need not be asked), when it answered
-- last, and what it said; settled when that holds for good. One row for each, however many events wait.
create table stripe_lookup (
    workspace_id  varchar(40)  not null,
    mode          varchar(8)   not null,
    object_id     varchar(255) not null,
    kind          varchar(16)  not null,
    connection_id varchar(40)  not null,
    attempts      int          not null,
    due_at        datetime(3),
    answered_at   datetime(3),
    settled       boolean      default false not null,
    answer        varchar(500),
    primary key (workspace_id, mode, object_id)
) ${table};
insert into stripe_lookup (workspace_id, mode, object_id, kind, connection_id, attempts, due_at, answered_at, answer)
select workspace_id, mode, payment_id, 'payment', connection_id, attempts, due_at, answered_at, answer from (
    select s.workspace_id as workspace_id, s.mode as mode, s.payment_id as payment_id, s.connection_id as connection_id,
           s.attempts as attempts, s.due_at as due_at, s.answered_at as answered_at, s.answer as answer,
           row_number() over (partition by s.workspace_id, s.mode, s.payment_id order by s.connection_id desc) as place
    from stripe_payment_search s
) told where place = 1;
drop table stripe_payment_search;
create index stripe_lookup_due on stripe_lookup (kind, due_at);

alter table stripe_event modify column stripe_event_id varchar(255) not null;
alter table stripe_event modify column object_id varchar(255);
alter table stripe_event modify column stripe_customer_id varchar(255);
alter table stripe_event modify column waiting_for varchar(300);
