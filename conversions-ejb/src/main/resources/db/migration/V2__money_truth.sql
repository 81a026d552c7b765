-- Any order of the same events ends in the same state: what is known is kept with the time it was told, and a sale, a
-- lead and what is left of them follow from all of it. All times are UTC, all amounts minor units.

-- ---------------------------------------------------------------- workspace

alter table workspace add column (
    track_free_trials          boolean default false not null,
    track_quantity             boolean default false not null,
    payment_link_lead_rewards  boolean default false not null,
    payment_link_lead_webhooks boolean default false not null,
    customer_lead_rewards      boolean default false not null,
    match_by_email             boolean default false not null
);

-- ---------------------------------------------------------------- customer

-- When each of them was told: an older event that comes late does not overwrite a newer one.
-- merged_into: the buyer that this one, made with a stand-in for an external id, turned out to be.
alter table customer add column (
    name_at            datetime(3),
    email_at           datetime(3),
    country_at         datetime(3),
    stripe_customer_at datetime(3),
    merged_into        varchar(40)
);

alter table stripe_customer add column (
    told_at    datetime(3),
    deleted_at datetime(3)
);

-- named_at is when somebody first said that this click brought the buyer, and named_by who: payments made earlier do
-- not go back to it.
alter table customer_click add column (
    named_at datetime(3),
    named_by varchar(16) default 'api' not null
);
update customer_click set named_at = clicked_at;

-- ---------------------------------------------------------------- conversion

-- lead_key is the event's name, and for a free trial its subscription: each is a lead once.
alter table conversion_lead add column (
    lead_key   varchar(255) default '' not null,
    rewardable boolean default true not null
);
update conversion_lead set lead_key = event_name;
alter table conversion_lead drop constraint conversion_lead_once;
alter table conversion_lead add constraint conversion_lead_key unique (customer_id, lead_key);

-- told_by: who said what was paid; an invoice knows better than the checkout that made it. paid_total is what the buyer
-- paid with tax, of which each payment paid a part. taken_back is the exact share of the sale that went back.
alter table sale add column (
    told_by        varchar(16)   default 'invoice' not null,
    named_click_id varchar(16),
    paid_total     bigint        default 0 not null,
    exchange_rate  decimal(38, 18),
    rate_as_of     date,
    rate_source    varchar(60),
    taken_back     varchar(4000) default '0/1' not null,
    disputed       boolean       default false not null
);

alter table sale_entry add column (
    refunds int default 0 not null
);

-- ---------------------------------------------------------------- stripe

-- What the payment paid for this sale, with tax, in the currency of the sale's payment; null when it paid for all of it.
alter table stripe_payment add column (
    amount bigint
);
create index stripe_payment_sale on stripe_payment (sale_key, connection_id);

-- Everything that was told about money that went back, by charge, by refund, by dispute and by credit note. What is left
-- of a sale follows from these rows. told_at and status_rank say which status is the newest.
create table stripe_refund (
    connection_id     varchar(40)  not null,
    kind              varchar(16)  not null,
    object_id         varchar(220) not null,
    charge_id         varchar(190),
    payment_intent_id varchar(190),
    sale_key          varchar(190),
    amount            bigint       not null,
    status            varchar(40)  not null,
    status_rank       int          not null,
    told_at           datetime(3)  not null,
    primary key (connection_id, kind, object_id)
) ${table};
create index stripe_refund_charge on stripe_refund (connection_id, charge_id);
create index stripe_refund_payment on stripe_refund (connection_id, payment_intent_id);
create index stripe_refund_sale on stripe_refund (connection_id, sale_key);

-- status is Stripe's word of status_at, the newest that was told. cancel_at is a scheduled end. What was known before
-- this was known by a payment.
alter table stripe_subscription add column (
    paid      boolean default true not null,
    status    varchar(30),
    status_at datetime(3),
    cancel_at datetime(3)
);

-- An event is asked for by Stripe's id.
create index stripe_event_name on stripe_event (stripe_event_id);

-- Refunds that were worked off before these facts were kept are worked off again: they find done what they did.
update stripe_event set state = 'received', due_at = received_at, attempts = 0, settled_at = null
where type = 'charge.refunded' and state = 'processed';
