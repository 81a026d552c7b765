-- Runs unchanged on MySQL, MariaDB and on H2 in MySQL mode. ${table} carries what only MySQL wants after a table:
-- a binary collation, because click ids, keys and Stripe ids differ by case.
-- All times are UTC. All amounts are minor units of the currency beside them. Percentages are basis points.

-- ---------------------------------------------------------------- workspace

create table installation (
    id           int         not null primary key,
    completed_at datetime(3) not null
) ${table};

create table workspace (
    id                      varchar(40)  not null primary key,
    name                    varchar(190) not null,
    slug                    varchar(190) not null,
    vocabulary              varchar(16)  not null,
    currency                varchar(3)   not null,
    attribution_model       varchar(16)  not null,
    attribution_window_days int          not null,
    timezone                varchar(64)  not null,
    created_at              datetime(3)  not null,
    constraint workspace_slug unique (slug)
) ${table};

create table member (
    id            varchar(40)  not null primary key,
    workspace_id  varchar(40)  not null,
    email         varchar(190) not null,
    password_hash varchar(500) not null,
    role          varchar(16)  not null,
    created_at    datetime(3)  not null,
    constraint member_email unique (workspace_id, email)
) ${table};

create table api_key (
    id           varchar(40)  not null primary key,
    workspace_id varchar(40)  not null,
    name         varchar(190) not null,
    kind         varchar(16)  not null,
    hint         varchar(40)  not null,
    key_hash     varchar(64)  not null,
    scopes       varchar(500) not null,
    expires_at   datetime(3),
    last_used_at datetime(3),
    created_at   datetime(3)  not null,
    constraint api_key_hash unique (key_hash)
) ${table};
create index api_key_workspace on api_key (workspace_id, id);

-- ---------------------------------------------------------------- link and click

-- A deleted link keeps its row, because clicks, sales and commissions name it. live is true or null, so that
-- the unique keys hold among the links that are there and a deleted link frees its key.
create table link (
    id               varchar(40)  not null primary key,
    workspace_id     varchar(40)  not null,
    domain           varchar(190) not null,
    link_key         varchar(190) not null,
    live             boolean,
    url              mediumtext   not null,
    external_id      varchar(190),
    tenant_id        varchar(190),
    program_id       varchar(40),
    partner_id       varchar(40),
    track_conversion boolean      not null,
    archived         boolean      not null,
    comments         mediumtext,
    utm_source       varchar(190),
    utm_medium       varchar(190),
    utm_campaign     varchar(190),
    utm_term         varchar(190),
    utm_content      varchar(190),
    created_at       datetime(3)  not null,
    updated_at       datetime(3)  not null,
    constraint link_address unique (domain, link_key, live),
    constraint link_external_id unique (workspace_id, external_id, live)
) ${table};
create index link_workspace on link (workspace_id, id);
create index link_partner on link (partner_id, id);

create table click (
    id            varchar(16)  not null primary key,
    workspace_id  varchar(40)  not null,
    link_id       varchar(40)  not null,
    clicked_at    datetime(3)  not null,
    cause         varchar(16)  not null,
    url           mediumtext   not null,
    country       varchar(2)   not null,
    region        varchar(20)  not null,
    city          varchar(100) not null,
    continent     varchar(2)   not null,
    device        varchar(40)  not null,
    browser       varchar(60)  not null,
    os            varchar(60)  not null,
    referer       varchar(190) not null,
    referer_url   varchar(500) not null,
    user_agent    varchar(500) not null,
    ip            varchar(45)  not null,
    utm_source    varchar(190),
    utm_medium    varchar(190),
    utm_campaign  varchar(190),
    utm_term      varchar(190),
    utm_content   varchar(190)
) ${table};
create index click_workspace on click (workspace_id, id);
create index click_link on click (link_id, id);

-- ---------------------------------------------------------------- customer

create table customer (
    id                       varchar(40)  not null primary key,
    workspace_id             varchar(40)  not null,
    mode                     varchar(8)   not null,
    external_id              varchar(190) not null,
    provisional              boolean      not null,
    stripe_customer_id       varchar(190),
    name                     varchar(190),
    email                    varchar(190),
    avatar                   varchar(2000),
    country                  varchar(2),
    created_at               datetime(3)  not null,
    subscription_canceled_at datetime(3),
    constraint customer_external_id unique (workspace_id, mode, external_id)
) ${table};
create index customer_workspace on customer (workspace_id, mode, id);
create index customer_email on customer (workspace_id, email);

-- One buyer may be several Stripe customers; a Stripe customer is one buyer.
create table stripe_customer (
    connection_id      varchar(40)  not null,
    stripe_customer_id varchar(190) not null,
    customer_id        varchar(40)  not null,
    primary key (connection_id, stripe_customer_id)
) ${table};
create index stripe_customer_customer on stripe_customer (customer_id);

-- The clicks that brought a customer. The model of the workspace chooses among them.
create table customer_click (
    customer_id varchar(40) not null,
    click_id    varchar(16) not null,
    link_id     varchar(40) not null,
    clicked_at  datetime(3) not null,
    primary key (customer_id, click_id)
) ${table};
create index customer_click_link on customer_click (link_id, customer_id);

-- ---------------------------------------------------------------- conversion

create table conversion_lead (
    id           varchar(40)  not null primary key,
    workspace_id varchar(40)  not null,
    mode         varchar(8)   not null,
    customer_id  varchar(40)  not null,
    link_id      varchar(40)  not null,
    click_id     varchar(16)  not null,
    event_name   varchar(255) not null,
    source       varchar(16)  not null,
    quantity     int          not null,
    occurred_at  datetime(3)  not null,
    metadata     mediumtext,
    constraint conversion_lead_once unique (customer_id, event_name)
) ${table};
create index conversion_lead_workspace on conversion_lead (workspace_id, mode, id);
create index conversion_lead_link on conversion_lead (link_id, id);

-- sale_key is the invoice id, else the checkout session id, else the payment intent.
create table sale (
    id                varchar(40)  not null primary key,
    workspace_id      varchar(40)  not null,
    mode              varchar(8)   not null,
    sale_key          varchar(190) not null,
    connection_id     varchar(40),
    customer_id       varchar(40)  not null,
    link_id           varchar(40)  not null,
    click_id          varchar(16)  not null,
    event_name        varchar(255) not null,
    kind              varchar(16)  not null,
    payment_processor varchar(16)  not null,
    invoice_id        varchar(190),
    amount            bigint       not null,
    currency          varchar(3)   not null,
    original_amount   bigint       not null,
    original_currency varchar(3)   not null,
    paid_at           datetime(3)  not null,
    recorded_at       datetime(3)  not null,
    attribution       varchar(500) not null,
    metadata          mediumtext,
    constraint sale_once unique (workspace_id, mode, sale_key)
) ${table};
create index sale_workspace on sale (workspace_id, mode, id);
create index sale_customer on sale (customer_id, id);
create index sale_link on sale (link_id, id);

-- What happened to the money of a sale: the sale itself and everything taken back. Only ever added to.
create table sale_entry (
    id           varchar(40)  not null primary key,
    sale_id      varchar(40)  not null,
    workspace_id varchar(40)  not null,
    entry_key    varchar(190) not null,
    kind         varchar(16)  not null,
    source_id    varchar(190) not null,
    amount       bigint       not null,
    occurred_at  datetime(3)  not null,
    recorded_at  datetime(3)  not null,
    constraint sale_entry_once unique (sale_id, entry_key)
) ${table};

-- ---------------------------------------------------------------- partner and commission

create table program (
    id           varchar(40)  not null primary key,
    workspace_id varchar(40)  not null,
    name         varchar(190) not null,
    created_at   datetime(3)  not null
) ${table};
create index program_workspace on program (workspace_id, id);

create table partner (
    id           varchar(40)   not null primary key,
    workspace_id varchar(40)   not null,
    email        varchar(190)  not null,
    name         varchar(190)  not null,
    username     varchar(190),
    image        varchar(2000),
    country      varchar(2),
    description  varchar(5000),
    created_at   datetime(3)   not null,
    constraint partner_email unique (workspace_id, email)
) ${table};

create table enrollment (
    program_id   varchar(40)  not null,
    partner_id   varchar(40)  not null,
    workspace_id varchar(40)  not null,
    tenant_id    varchar(190),
    status       varchar(16)  not null,
    created_at   datetime(3)  not null,
    primary key (program_id, partner_id),
    constraint enrollment_tenant unique (program_id, tenant_id)
) ${table};
create index enrollment_partner on enrollment (partner_id);

-- A reward is never edited in place: a change ends one row and begins the next, so that a commission can name
-- the terms it was made by.
create table reward (
    id                  varchar(40) not null primary key,
    reward_id           varchar(40) not null,
    workspace_id        varchar(40) not null,
    program_id          varchar(40) not null,
    event               varchar(16) not null,
    type                varchar(16) not null,
    amount_basis_points int,
    amount_minor        bigint,
    begun_at            datetime(3) not null,
    ended_at            datetime(3)
) ${table};
create index reward_program on reward (program_id, ended_at);
create index reward_workspace on reward (workspace_id, reward_id);

create table commission (
    id           varchar(40)  not null primary key,
    workspace_id varchar(40)  not null,
    mode         varchar(8)   not null,
    program_id   varchar(40)  not null,
    partner_id   varchar(40)  not null,
    customer_id  varchar(40),
    link_id      varchar(40),
    sale_id      varchar(40),
    invoice_id   varchar(190),
    reward_terms varchar(40),
    type         varchar(16)  not null,
    status       varchar(16)  not null,
    quantity     int          not null,
    currency     varchar(3)   not null,
    occurred_at  datetime(3)  not null,
    created_at   datetime(3)  not null,
    updated_at   datetime(3)  not null,
    constraint commission_once unique (sale_id)
) ${table};
create index commission_workspace on commission (workspace_id, mode, id);
create index commission_partner on commission (partner_id, id);
create index commission_customer on commission (customer_id, id);

-- amount is the share of the sale, earnings the partner's part of it; what is taken back is negative.
create table commission_entry (
    id            varchar(40) not null primary key,
    commission_id varchar(40) not null,
    workspace_id  varchar(40) not null,
    sale_entry_id varchar(40) not null,
    kind          varchar(16) not null,
    amount        bigint      not null,
    earnings      bigint      not null,
    occurred_at   datetime(3) not null,
    recorded_at   datetime(3) not null,
    constraint commission_entry_once unique (commission_id, sale_entry_id)
) ${table};

-- ---------------------------------------------------------------- stripe

-- account_id is '' for an endpoint that a merchant added by hand: its events name no account.
create table stripe_connection (
    id              varchar(40)   not null primary key,
    workspace_id    varchar(40)   not null,
    mode            varchar(8)    not null,
    account_id      varchar(60)   not null,
    token_hash      varchar(64)   not null,
    token_hint      varchar(40)   not null,
    signing_secrets varchar(2000) not null,
    live            boolean,
    created_at      datetime(3)   not null,
    constraint stripe_connection_token unique (token_hash)
) ${table};
create index stripe_connection_workspace on stripe_connection (workspace_id, id);
create index stripe_connection_account on stripe_connection (account_id, mode);

-- An account in a mode belongs to one workspace at a time.
create table stripe_account (
    account_id    varchar(60) not null,
    mode          varchar(8)  not null,
    connection_id varchar(40) not null,
    primary key (account_id, mode)
) ${table};

-- The inbox. source is the endpoint it came in by: live, test, sandbox or a connection's id; test events of an
-- account connected live come in by two endpoints, and only one of the two counts.
create table stripe_event (
    id                 varchar(40)   not null primary key,
    source             varchar(40)   not null,
    account_id         varchar(60)   not null,
    stripe_event_id    varchar(190)  not null,
    connection_id      varchar(40),
    workspace_id       varchar(40),
    mode               varchar(8)    not null,
    type               varchar(100)  not null,
    api_version        varchar(60),
    object_id          varchar(190),
    stripe_customer_id varchar(190),
    occurred_at        datetime(3)   not null,
    received_at        datetime(3)   not null,
    deliveries         int           not null,
    payload            longblob      not null,
    state              varchar(16)   not null,
    reason             varchar(60),
    explanation        varchar(1000),
    effects            mediumtext,
    waiting_for        varchar(255),
    attempts           int           not null,
    due_at             datetime(3),
    settled_at         datetime(3),
    constraint stripe_event_once unique (source, account_id, stripe_event_id)
) ${table};
create index stripe_event_due on stripe_event (due_at, id);
create index stripe_event_waiting on stripe_event (workspace_id, waiting_for);
create index stripe_event_workspace on stripe_event (workspace_id, id);
create index stripe_event_state on stripe_event (workspace_id, state, id);
create index stripe_event_object on stripe_event (workspace_id, object_id);
create index stripe_event_customer on stripe_event (workspace_id, stripe_customer_id);

-- Which payment (payment intent or charge) paid for which sale: the only way from a refund to its sale.
create table stripe_payment (
    connection_id varchar(40)  not null,
    payment_id    varchar(190) not null,
    sale_key      varchar(190) not null,
    primary key (connection_id, payment_id, sale_key)
) ${table};

create table stripe_subscription (
    connection_id      varchar(40)  not null,
    subscription_id    varchar(190) not null,
    stripe_customer_id varchar(190) not null,
    ended_at           datetime(3),
    primary key (connection_id, subscription_id)
) ${table};
create index stripe_subscription_customer on stripe_subscription (connection_id, stripe_customer_id);

-- ---------------------------------------------------------------- statistics

create table statistics_hour (
    link_id         varchar(40) not null,
    mode            varchar(8)  not null,
    hour_at         datetime(3) not null,
    workspace_id    varchar(40) not null,
    clicks          bigint      not null,
    leads           bigint      not null,
    sales           bigint      not null,
    refunds         bigint      not null,
    gross_amount    bigint      not null,
    refunded_amount bigint      not null,
    primary key (link_id, mode, hour_at)
) ${table};
create index statistics_hour_workspace on statistics_hour (workspace_id, mode, hour_at);

create table statistics_link (
    link_id         varchar(40) not null,
    mode            varchar(8)  not null,
    clicks          bigint      not null,
    leads           bigint      not null,
    conversions     bigint      not null,
    sales           bigint      not null,
    refunds         bigint      not null,
    gross_amount    bigint      not null,
    refunded_amount bigint      not null,
    last_clicked_at datetime(3),
    primary key (link_id, mode)
) ${table};

create table statistics_customer (
    customer_id     varchar(40) not null,
    sales           bigint      not null,
    refunds         bigint      not null,
    gross_amount    bigint      not null,
    refunded_amount bigint      not null,
    first_sale_at   datetime(3),
    primary key (customer_id)
) ${table};

create index conversion_lead_time on conversion_lead (workspace_id, mode, occurred_at, id);
create index sale_time on sale (workspace_id, mode, paid_at, id);
