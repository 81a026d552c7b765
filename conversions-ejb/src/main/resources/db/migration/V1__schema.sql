-- Runs unchanged on MySQL, MariaDB and on H2 in MySQL mode. ${table} carries what only MySQL wants after a table:
-- a binary collation, because click ids, keys and Stripe ids differ by case.
-- All times are UTC. All amounts are minor units of the currency beside them. Percentages are basis points.
-- An index that several names are looked up in at once begins with the name: H2 can look up a list in the first column of an
-- index only, and goes through all of the workspace otherwise. For the same reason it sorts what is ordered by less than the
-- columns that its index begins with.

-- ---------------------------------------------------------------- workspace

-- workspace_id: whose workspace the server was set up with. It alone says what the front page of the server's own domain is.
create table installation (
    id           int         not null primary key,
    completed_at datetime(3) not null,
    workspace_id varchar(40)
) ${table};

-- What the set-up page is opened with, by its hash: a row for each start of a node before the set-up.
create table setup_token (
    token_hash varchar(64) not null primary key,
    issued_at  datetime(3) not null
) ${table};

-- allowed_hostnames: one a line; null when pages of every site may report. past_settings: the settings of before, a period a
-- line: a sale that becomes known late is decided by those of its own time. links_max: null for no limit. api_per_minute: null
-- for the server's setting.
create table workspace (
    id                         varchar(40)  not null primary key,
    name                       varchar(190) not null,
    slug                       varchar(190) not null,
    vocabulary                 varchar(16)  not null,
    currency                   varchar(3)   not null,
    attribution_model          varchar(16)  not null,
    attribution_window_days    int          not null,
    timezone                   varchar(64)  not null,
    created_at                 datetime(3)  not null,
    track_free_trials          boolean      default false not null,
    track_quantity             boolean      default false not null,
    payment_link_lead_rewards  boolean      default false not null,
    payment_link_lead_webhooks boolean      default false not null,
    customer_lead_rewards      boolean      default false not null,
    match_by_email             boolean      default false not null,
    allowed_hostnames          mediumtext,
    client_sales               boolean      default false not null,
    past_settings              mediumtext,
    plan                       varchar(16)  not null,
    links_max                  int,
    api_per_minute             int,
    constraint workspace_slug unique (slug)
) ${table};

-- One for the whole server. email is in small letters. totp_secret is sealed; totp_pending was shown and is not confirmed
-- yet; totp_step is the step of the last code that was used.
create table person (
    id            varchar(40)  not null primary key,
    email         varchar(190) not null,
    name          varchar(190) not null,
    password_hash varchar(500) not null,
    is_operator   boolean      not null,
    totp_secret   varchar(500),
    totp_pending  varchar(500),
    totp_step     bigint       not null,
    created_at    datetime(3)  not null,
    constraint person_email unique (email)
) ${table};

create table recovery_code (
    code_hash varchar(64) not null primary key,
    person_id varchar(40) not null
) ${table};
create index recovery_code_person on recovery_code (person_id);

create table membership (
    id           varchar(40) not null primary key,
    workspace_id varchar(40) not null,
    person_id    varchar(40) not null,
    role         varchar(16) not null,
    created_at   datetime(3) not null,
    constraint membership_person unique (workspace_id, person_id)
) ${table};
create index membership_of_person on membership (person_id, id);

-- workspace_id: the workspace that is worked in; null when none is chosen. by_mail: whether it began with a mailed link.
-- last_seen_at is to the minute.
create table login_session (
    id           varchar(40)  not null primary key,
    token_hash   varchar(64)  not null,
    person_id    varchar(40)  not null,
    workspace_id varchar(40),
    user_agent   varchar(190),
    network      varchar(64),
    by_mail      boolean      not null,
    created_at   datetime(3)  not null,
    last_seen_at datetime(3)  not null,
    expires_at   datetime(3)  not null,
    constraint login_session_token unique (token_hash)
) ${table};
create index login_session_person on login_session (person_id, created_at);
create index login_session_expires on login_session (expires_at);

-- Single use: the row goes when the password is set.
create table password_reset (
    token_hash varchar(64) not null primary key,
    person_id  varchar(40) not null,
    created_at datetime(3) not null,
    expires_at datetime(3) not null
) ${table};
create index password_reset_person on password_reset (person_id, expires_at);
create index password_reset_expires on password_reset (expires_at);

-- Single use: the row goes when it is accepted. email is in small letters; invited_by is an email or the name of a key.
create table invitation (
    id           varchar(40)  not null primary key,
    token_hash   varchar(64)  not null,
    workspace_id varchar(40)  not null,
    email        varchar(190) not null,
    role         varchar(16)  not null,
    invited_by   varchar(190),
    created_at   datetime(3)  not null,
    expires_at   datetime(3)  not null,
    constraint invitation_token unique (token_hash)
) ${table};
create index invitation_workspace on invitation (workspace_id, id);
create index invitation_expires on invitation (expires_at);

-- Who changed access or money. Written once and never changed. details is a JSON object.
create table audit_entry (
    id           varchar(40)  not null primary key,
    workspace_id varchar(40)  not null,
    action       varchar(40)  not null,
    actor_kind   varchar(16)  not null,
    actor_id     varchar(40),
    actor_name   varchar(190),
    subject      varchar(190),
    details      mediumtext   not null,
    network      varchar(64),
    created_at   datetime(3)  not null
) ${table};
create index audit_entry_workspace on audit_entry (workspace_id, id);

-- A key is live or test, and what it brings is of its mode.
create table api_key (
    id           varchar(40)  not null primary key,
    workspace_id varchar(40)  not null,
    mode         varchar(8)   not null,
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

-- An app. workspace_id: the workspace for which alone it may ask; null for an app of the server, which may ask for each.
-- secret_hash is null for one that cannot keep a secret. redirect_uris: one a line. scopes: the most that it may ask for.
create table oauth_client (
    id            varchar(40)  not null primary key,
    workspace_id  varchar(40),
    name          varchar(190) not null,
    developer     varchar(190) not null,
    redirect_uris mediumtext   not null,
    secret_hash   varchar(64),
    scopes        varchar(500) not null,
    created_at    datetime(3)  not null
) ${table};
create index oauth_client_workspace on oauth_client (workspace_id, id);

-- A person's consent on its way to the app. grant_id: the id that the grant gets when the code is used. A used one stays for a
-- day, so that its second use is noticed.
create table oauth_code (
    code_hash      varchar(64)   not null primary key,
    grant_id       varchar(40)   not null,
    client_id      varchar(40)   not null,
    workspace_id   varchar(40)   not null,
    person_id      varchar(40)   not null,
    redirect_uri   varchar(1000) not null,
    code_challenge varchar(43)   not null,
    scopes         varchar(500)  not null,
    created_at     datetime(3)   not null,
    expires_at     datetime(3)   not null,
    used_at        datetime(3)
) ${table};
create index oauth_code_person on oauth_code (person_id, created_at);
create index oauth_code_workspace on oauth_code (workspace_id, person_id);
create index oauth_code_client on oauth_code (client_id);
create index oauth_code_expires on oauth_code (expires_at);

-- What a person gave an app for a workspace. access_key_id: the api_key that is its access token now. expires_at: the end if
-- it is not refreshed before; ends_at: the end in any case.
create table oauth_grant (
    id            varchar(40)  not null primary key,
    client_id     varchar(40)  not null,
    workspace_id  varchar(40)  not null,
    person_id     varchar(40)  not null,
    scopes        varchar(500) not null,
    access_key_id varchar(40)  not null,
    created_at    datetime(3)  not null,
    refreshed_at  datetime(3)  not null,
    expires_at    datetime(3)  not null,
    ends_at       datetime(3)  not null,
    constraint oauth_grant_access_key unique (access_key_id)
) ${table};
create index oauth_grant_workspace on oauth_grant (workspace_id, id);
create index oauth_grant_person on oauth_grant (workspace_id, person_id, id);
create index oauth_grant_client on oauth_grant (client_id, id);
create index oauth_grant_expires on oauth_grant (expires_at);

-- A used one stays as long as it would have been good, so that its second use is noticed.
create table oauth_refresh_token (
    token_hash varchar(64) not null primary key,
    grant_id   varchar(40) not null,
    created_at datetime(3) not null,
    expires_at datetime(3) not null,
    used_at    datetime(3)
) ${table};
create index oauth_refresh_token_grant on oauth_refresh_token (grant_id);
create index oauth_refresh_token_expires on oauth_refresh_token (expires_at);

-- The responses to requests with an Idempotency-Key. request_hash is the SHA-256 of method, address and body, and null until
-- the request was answered. answer is encrypted, because it may hold a key that is shown once; empty when it was too long.
create table idempotency_key (
    workspace_id varchar(40)  not null,
    mode         varchar(8)   not null,
    name         varchar(255) not null,
    request_hash varchar(64),
    status       int,
    answer       mediumtext,
    used_at      datetime(3)  not null,
    primary key (workspace_id, mode, name)
) ${table};
create index idempotency_key_used on idempotency_key (used_at);

-- The fingerprint of the key that secrets are sealed with: a node that has another one does not start.
create table master_key (
    id          int         not null primary key,
    fingerprint varchar(64) not null,
    since       datetime(3) not null
) ${table};

-- ---------------------------------------------------------------- exchange

-- So many units of the currency were worth so many US dollars on that day. Two numbers, as the source gave them, because
-- their quotient would have to be rounded. workspace_id is '' for the rates of the whole server. state is accepted or held:
-- a held rate jumped, is not used, and waits for a confirmation. The key makes a set that is loaded again a change of nothing.
create table exchange_rate (
    workspace_id varchar(40)     not null,
    currency     varchar(3)      not null,
    state        varchar(8)      not null,
    as_of        date            not null,
    source       varchar(16)     not null,
    units        decimal(38, 18) not null,
    dollars      decimal(38, 18) not null,
    created_at   datetime(3)     not null,
    primary key (workspace_id, currency, state, as_of, source)
) ${table};

-- ---------------------------------------------------------------- link

-- A domain belongs to the workspace that has proved it; until then others may name it too, so a slug is unique among the
-- verified ones only: verified is true or null for that. checked_at is when the record that proves it was last looked for,
-- missing_since since when it was missing.
create table domain (
    id                         varchar(40)  not null primary key,
    workspace_id               varchar(40)  not null,
    slug                       varchar(190) not null,
    verified                   boolean,
    verification_token         varchar(64)  not null,
    primary_domain             boolean      not null,
    archived                   boolean      not null,
    placeholder                mediumtext,
    expired_url                mediumtext,
    not_found_url              mediumtext,
    logo                       mediumtext,
    asset_links                mediumtext,
    apple_app_site_association mediumtext,
    created_at                 datetime(3)  not null,
    updated_at                 datetime(3)  not null,
    checked_at                 datetime(3),
    missing_since              datetime(3),
    constraint domain_of_workspace unique (workspace_id, slug),
    constraint domain_verified unique (slug, verified)
) ${table};
create index domain_checked on domain (verified, checked_at);

-- name_key is the name in small letters: tags are asked for in any case, so two do not differ by it alone.
create table tag (
    id           varchar(40)  not null primary key,
    workspace_id varchar(40)  not null,
    name         varchar(190) not null,
    name_key     varchar(190) not null,
    color        varchar(16)  not null,
    created_at   datetime(3)  not null,
    constraint tag_name unique (workspace_id, name_key)
) ${table};

-- What a team writes beside its figures. author_id: who wrote it; null for a key, whose notes are shared.
create table note (
    id           varchar(40)  not null primary key,
    workspace_id varchar(40)  not null,
    text         varchar(200) not null,
    noted_at     datetime(3)  not null,
    shared       boolean      not null,
    author_id    varchar(40),
    created_at   datetime(3)  not null
) ${table};
create index note_workspace on note (workspace_id, noted_at, id);

-- owner_id: the person whose view it is, or '' for one of all; names differ for each owner. query: of the address of the page.
create table saved_view (
    id           varchar(40)   not null primary key,
    workspace_id varchar(40)   not null,
    owner_id     varchar(40)   not null,
    name         varchar(60)   not null,
    name_key     varchar(180)  not null,
    query        varchar(2000) not null,
    author_id    varchar(40),
    created_at   datetime(3)   not null,
    constraint saved_view_name unique (workspace_id, owner_id, name_key)
) ${table};

-- A link by which figures are read without a login. query: the view that is shared, whose filters hold. money: whether amounts
-- are shown.
create table share (
    id            varchar(40)   not null primary key,
    token_hash    varchar(64)   not null,
    workspace_id  varchar(40)   not null,
    mode          varchar(8)    not null,
    name          varchar(60),
    query         varchar(2000) not null,
    money         boolean       not null,
    password_hash varchar(500),
    expires_at    datetime(3),
    author_id     varchar(40),
    created_at    datetime(3)   not null,
    constraint share_token unique (token_hash)
) ${table};
create index share_workspace on share (workspace_id, id);

create table folder (
    id           varchar(40)   not null primary key,
    workspace_id varchar(40)   not null,
    name         varchar(190)  not null,
    description  varchar(2000),
    created_at   datetime(3)   not null,
    updated_at   datetime(3)   not null,
    constraint folder_name unique (workspace_id, name)
) ${table};

-- A deleted link keeps its row, because clicks, sales and commissions name it. live is true or null, so that the unique keys
-- hold among the links that are there and a deleted link frees its key. password is sealed under the master key. geo and
-- test_variants are JSON. url_start is the beginning of url, by which a link is found by its destination: no index can hold
-- the whole. url_claim is set for a link that was asked for by its destination, so that two who ask at the same time get the
-- same link: the SHA-256 of the destination and of what else made it the one that was meant.
create table link (
    id                varchar(40)   not null primary key,
    workspace_id      varchar(40)   not null,
    domain            varchar(190)  not null,
    link_key          varchar(190)  not null,
    live              boolean,
    url               mediumtext    not null,
    external_id       varchar(190),
    tenant_id         varchar(190),
    program_id        varchar(40),
    partner_id        varchar(40),
    track_conversion  boolean       not null,
    archived          boolean       not null,
    comments          mediumtext,
    utm_source        varchar(190),
    utm_medium        varchar(190),
    utm_campaign      varchar(190),
    utm_term          varchar(190),
    utm_content       varchar(190),
    created_at        datetime(3)   not null,
    updated_at        datetime(3)   not null,
    url_start         varchar(190),
    folder_id         varchar(40),
    expires_at        datetime(3),
    expired_url       mediumtext,
    disabled_at       datetime(3),
    password          varchar(1000),
    title             varchar(1000),
    description       varchar(2000),
    image             mediumtext,
    video             mediumtext,
    proxy             boolean       default false not null,
    rewrite           boolean       default false not null,
    do_index          boolean       default false not null,
    public_stats      boolean       default false not null,
    ios               mediumtext,
    android           mediumtext,
    geo               mediumtext,
    test_variants     mediumtext,
    test_started_at   datetime(3),
    test_completed_at datetime(3),
    url_claim         varchar(64),
    constraint link_address unique (link_key, domain, live),
    constraint link_external_id unique (external_id, workspace_id, live),
    constraint link_url_claim unique (workspace_id, url_claim, live)
) ${table};
create index link_workspace on link (workspace_id, id);
create index link_partner on link (partner_id, id);
create index link_url on link (workspace_id, url_start, id);
create index link_folder on link (folder_id, id);
create index link_tenant on link (workspace_id, tenant_id, id);

-- What a transaction changed of the links, domains and settings that redirects have in memory, one row for each, for the other
-- nodes: they look for new ones all the time. Removed after some minutes. An id begins with its time.
create table directory_change (
    id      varchar(40) not null primary key,
    changes mediumtext  not null
) ${table};

create table link_tag (
    link_id varchar(40) not null,
    tag_id  varchar(40) not null,
    primary key (link_id, tag_id)
) ${table};
create index link_tag_tag on link_tag (tag_id, link_id);

-- ---------------------------------------------------------------- click

-- uncounted: why a visit of a short link is no click (a program, a look ahead, a request for headers only); null for a click.
-- Clicks are always asked for without the others, so the others stand apart in the index. An id begins with its time, so that
-- clicks are added at the end of the table, and at one place for each workspace in the index.
create table click (
    id           varchar(16)  not null primary key,
    workspace_id varchar(40)  not null,
    link_id      varchar(40)  not null,
    clicked_at   datetime(3)  not null,
    cause        varchar(16)  not null,
    url          mediumtext   not null,
    country      varchar(2)   not null,
    region       varchar(20)  not null,
    city         varchar(100) not null,
    continent    varchar(2)   not null,
    device       varchar(40)  not null,
    browser      varchar(60)  not null,
    os           varchar(60)  not null,
    referer      varchar(190) not null,
    referer_url  varchar(500) not null,
    user_agent   varchar(500) not null,
    ip           varchar(45)  not null,
    utm_source   varchar(190),
    utm_medium   varchar(190),
    utm_campaign varchar(190),
    utm_term     varchar(190),
    utm_content  varchar(190),
    uncounted    varchar(16)
) ${table};
create index click_of_workspace on click (workspace_id, uncounted, id);

-- The clicks of each link by time, and apart from them its uncounted visits. No index of click, because clicks of many links are
-- stored together, while visitors wait. Nor does a click come here when it comes into the figures: each link has its own place in
-- this table, so that a few clicks of many links cost as much as many of each. Until then it is in statistics_click_delta, and
-- then in link_click_delta. id: of the click.
create table link_click (
    link_id   varchar(40) not null,
    uncounted boolean     not null,
    id        varchar(16) not null,
    primary key (link_id, uncounted, id)
) ${table};

-- Clicks that are in the figures and not in link_click yet. clicks: of each its id, of 16 characters, and its link's.
create table link_click_delta (
    id       varchar(40)    not null primary key,
    noted_at datetime(3)    not null,
    clicks   varchar(14900) not null
) ${table};

-- ---------------------------------------------------------------- customer

-- external_id of a provisional customer is a placeholder, until the merchant names one. name_at, email_at, country_at and
-- stripe_customer_at say when each of them was reported: an older report that comes late does not overwrite a newer one.
-- email_key is the email in lower case. merged_into: the customer that this one turned out to be. clickless: made by the
-- merchant, and no click has brought it yet, so nobody can be credited. deleted_at: what it bought stays, who it was is erased.
-- last_sale_reported_at: when the merchant last reported a sale of it; only then can what Stripe reports late change which is first.
create table customer (
    id                       varchar(40)   not null primary key,
    workspace_id             varchar(40)   not null,
    mode                     varchar(8)    not null,
    external_id              varchar(255)  not null,
    provisional              boolean       not null,
    stripe_customer_id       varchar(255),
    name                     varchar(190),
    email                    varchar(190),
    avatar                   varchar(2000),
    country                  varchar(2),
    created_at               datetime(3)   not null,
    subscription_canceled_at datetime(3),
    name_at                  datetime(3),
    email_at                 datetime(3),
    country_at               datetime(3),
    stripe_customer_at       datetime(3),
    merged_into              varchar(40),
    email_key                varchar(190),
    clickless                boolean       default false not null,
    deleted_at               datetime(3),
    last_sale_reported_at    datetime(3),
    constraint customer_external_id unique (external_id, workspace_id, mode)
) ${table};
create index customer_workspace on customer (workspace_id, mode, id);
create index customer_email_key on customer (workspace_id, email_key);

-- One customer may be several Stripe customers; a Stripe customer is one customer. What is known of Stripe's ids belongs to
-- workspace and mode, whichever connection reported it: an account that is connected again goes on as before.
create table stripe_customer (
    workspace_id       varchar(40)  not null,
    mode               varchar(8)   not null,
    stripe_customer_id varchar(255) not null,
    customer_id        varchar(40)  not null,
    reported_at        datetime(3),
    deleted_at         datetime(3),
    primary key (stripe_customer_id, workspace_id, mode)
) ${table};
create index stripe_customer_customer on stripe_customer (customer_id);

-- The clicks that brought a customer. The model of the workspace chooses among them. named_at is when somebody first said
-- that this click brought the customer, and named_by who: payments made earlier do not go back to it.
create table customer_click (
    customer_id varchar(40) not null,
    click_id    varchar(16) not null,
    link_id     varchar(40) not null,
    clicked_at  datetime(3) not null,
    named_at    datetime(3),
    named_by    varchar(16) not null,
    discount_code_id varchar(40),
    primary key (customer_id, click_id)
) ${table};
create index customer_click_link on customer_click (link_id, customer_id);

-- ---------------------------------------------------------------- lead and sale

-- lead_key is the event's name, and for a free trial its subscription: each is a lead once.
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
    lead_key     varchar(300) not null,
    rewardable   boolean      default true not null,
    discount_code_id varchar(40),
    constraint conversion_lead_key unique (customer_id, lead_key)
) ${table};
create index conversion_lead_workspace on conversion_lead (workspace_id, mode, id);
create index conversion_lead_link on conversion_lead (link_id, id);
create index conversion_lead_time on conversion_lead (workspace_id, mode, occurred_at, id);

-- sale_key is the invoice id, else the checkout session id, else the payment intent. reported_by: who reported what was paid; an
-- invoice knows better than the checkout that made it. paid_total is what the buyer paid with tax, of which each payment paid
-- a part. original_amount is what counts, in the currency of the account, and amount the same in the workspace's;
-- shown_amount is what the buyer saw and paid in a currency of its own. stripe_click_id and merchant_click_id: the click that
-- either of them named. taken_back is the exact share of the sale that went back, by Stripe and by the merchant;
-- merchant_taken_back what the merchant alone said, by so many refunds. stale_rate_day is the sale's day while its rate is
-- more than seven days older: it is corrected when a newer one comes. untaxed: the share of what was paid that counts, null for all
-- of it; shipping: the share of what counts that was paid for shipping, fee: the share of what was paid that Stripe kept, both null
-- when they are not known.
create table sale (
    id                  varchar(40)     not null primary key,
    workspace_id        varchar(40)     not null,
    mode                varchar(8)      not null,
    sale_key            varchar(255)    not null,
    connection_id       varchar(40),
    customer_id         varchar(40)     not null,
    link_id             varchar(40)     not null,
    click_id            varchar(16)     not null,
    event_name          varchar(255)    not null,
    kind                varchar(16)     not null,
    payment_processor   varchar(16)     not null,
    invoice_id          varchar(255),
    amount              bigint          not null,
    currency            varchar(3)      not null,
    original_amount     bigint          not null,
    original_currency   varchar(3)      not null,
    paid_at             datetime(3)     not null,
    recorded_at         datetime(3)     not null,
    attribution         varchar(500)    not null,
    metadata            mediumtext,
    reported_by         varchar(16)     not null,
    stripe_click_id     varchar(16),
    paid_total          bigint          default 0 not null,
    exchange_rate       decimal(38, 18),
    rate_as_of          date,
    rate_source         varchar(60),
    taken_back          varchar(4000)   not null,
    disputed            boolean         default false not null,
    merchant_click_id   varchar(16),
    merchant_taken_back varchar(200)    not null,
    merchant_refunds    int             default 0 not null,
    shown_amount        bigint,
    shown_currency      varchar(3),
    stale_rate_day      date,
    products            int             default 0 not null,
    own_code_id         varchar(40),
    click_code_id       varchar(40),
    untaxed             varchar(200),
    shipping            varchar(200),
    fee                 varchar(4000),
    constraint sale_once unique (sale_key, workspace_id, mode)
) ${table};
create index sale_workspace on sale (workspace_id, mode, id);
create index sale_link on sale (link_id, id);
create index sale_invoice on sale (invoice_id, id);
create index sale_time on sale (workspace_id, mode, paid_at, id);
create index sale_of_customer on sale (customer_id, paid_at, link_id);
create index sale_stale_rate on sale (stale_rate_day, id);

-- What happened to the money of a sale: the sale itself and everything taken back. Only ever added to.
create table sale_entry (
    id           varchar(40)  not null primary key,
    sale_id      varchar(40)  not null,
    workspace_id varchar(40)  not null,
    entry_key    varchar(190) not null,
    kind         varchar(16)  not null,
    source_id    varchar(255) not null,
    amount       bigint       not null,
    occurred_at  datetime(3)  not null,
    recorded_at  datetime(3)  not null,
    refunds      int          default 0 not null,
    constraint sale_entry_once unique (sale_id, entry_key)
) ${table};
create index sale_entry_time on sale_entry (workspace_id, occurred_at, sale_id);

-- The products that a sale is of, by Stripe's ids; '' for what of it is of none that is named. A sale without rows is of none.
-- Of the sale's amount, and of what of it goes back, a product has the part from part_from to part_to of part_of: the parts lie
-- side by side, so that they always add up to the whole. sale.products is the number of the rows.
create table sale_product (
    sale_id      varchar(40)  not null,
    product_id   varchar(255) not null,
    workspace_id varchar(40)  not null,
    part_from    bigint       not null,
    part_to      bigint       not null,
    part_of      bigint       not null,
    primary key (sale_id, product_id)
) ${table};

-- What products are called, as the newest of their sales (told_at) says.
create table product (
    id           varchar(255) not null,
    workspace_id varchar(40)  not null,
    mode         varchar(8)   not null,
    name         varchar(255) not null,
    told_at      datetime(3)  not null,
    primary key (id, workspace_id, mode)
) ${table};

-- A refund that the merchant reported, by what the merchant knows it by, in the currency that the sale was reported in.
create table sale_refund (
    id           varchar(40)  not null primary key,
    workspace_id varchar(40)  not null,
    sale_id      varchar(40)  not null,
    refund_id    varchar(190) not null,
    amount       bigint       not null,
    refunded_at  datetime(3)  not null,
    constraint sale_refund_once unique (sale_id, refund_id)
) ${table};

-- What a sale came to in the currencies that the workspace has had before, at the rates of then: commissions that were
-- earned in one of them stay in it.
create table sale_past_price (
    sale_id           varchar(40)     not null,
    currency          varchar(3)      not null,
    amount            bigint          not null,
    original_amount   bigint          not null,
    original_currency varchar(3)      not null,
    exchange_rate     decimal(38, 18),
    rate_as_of        date,
    rate_source       varchar(40),
    stale_rate_day    date,
    primary key (sale_id, currency)
) ${table};

-- How far a workspace's sales are stated in its new currency. due_at is null when there is nothing left to do.
create table sale_restatement (
    workspace_id varchar(40) not null,
    mode         varchar(8)  not null,
    currency     varchar(3)  not null,
    sales        bigint      not null,
    restated     bigint      not null,
    without_rate bigint      not null,
    cursor_id    varchar(40) not null,
    rechecked    boolean     not null,
    started_at   datetime(3) not null,
    finished_at  datetime(3),
    due_at       datetime(3),
    primary key (workspace_id, mode)
) ${table};
create index sale_restatement_due on sale_restatement (due_at);

-- Rates that came late: which days of sales are still to be looked at, and how far that is. A row is gone when it is done.
create table late_rate (
    workspace_id varchar(40) not null,
    as_of        date        not null,
    sale_day     date        not null,
    cursor_id    varchar(40) not null,
    rechecked    boolean     not null,
    due_at       datetime(3) not null,
    primary key (workspace_id, as_of)
) ${table};
create index late_rate_due on late_rate (due_at);

-- A sale is reported once by its claim: the invoice id, or what stands for it. The same report again gets the first response,
-- as JSON, for ever.
create table tracked_sale (
    workspace_id varchar(40)  not null,
    mode         varchar(8)   not null,
    claim        varchar(255) not null,
    customer_id  varchar(40),
    answer       mediumtext,
    tracked_at   datetime(3)  not null,
    primary key (workspace_id, mode, claim)
) ${table};
create index tracked_sale_customer on tracked_sale (customer_id);

-- ---------------------------------------------------------------- partner

-- url: where the links of partners lead that name no address; null for nowhere. currency: of custom commissions, and of
-- min_payout_amount; null for the workspace's. payout_mode: whether partners are paid from here, by the merchant's own system,
-- or those by the latter that it has an id for. commission_base: what of a sale percentages are of; past_bases: those of before, a
-- period a line, because a sale is decided by the one of its own time.
create table program (
    id                varchar(40)  not null primary key,
    workspace_id      varchar(40)  not null,
    name              varchar(190) not null,
    created_at        datetime(3)  not null,
    url               mediumtext,
    currency          varchar(3),
    min_payout_amount bigint       default 0 not null,
    payout_mode       varchar(8)   default 'internal' not null,
    commission_base   varchar(24)  default 'net' not null,
    past_bases        mediumtext
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

-- What the partners of a program have in common. is_default is true or null: a program has one such group, and every partner
-- is in a group. holding_days: how long after it was earned a commission is not due. link_defaults and move_rules are JSON; move_rules:
-- when partners are moved into the group, null for by hand only.
create table partner_group (
    id                varchar(40)  not null primary key,
    workspace_id      varchar(40)  not null,
    program_id        varchar(40)  not null,
    name              varchar(190) not null,
    slug              varchar(190) not null,
    color             varchar(16)  not null,
    is_default        boolean,
    holding_days      int          not null,
    auto_approve      boolean      not null,
    partner_links_max int          not null,
    link_defaults     mediumtext   not null,
    move_rules        mediumtext,
    created_at        datetime(3)  not null,
    updated_at        datetime(3)  not null,
    constraint partner_group_slug unique (program_id, slug),
    constraint partner_group_default unique (program_id, is_default)
) ${table};
create index partner_group_workspace on partner_group (workspace_id, id);

-- past_standings: the groups and statuses of before, a period a line: a sale that becomes known late is decided by those of its
-- own time. group_move_disabled: no rule of a group moves the partner.
create table enrollment (
    program_id     varchar(40)  not null,
    partner_id     varchar(40)  not null,
    workspace_id   varchar(40)  not null,
    group_id       varchar(40)  not null,
    tenant_id      varchar(190),
    status         varchar(16)  not null,
    banned_at      datetime(3),
    banned_reason  varchar(40),
    deactivated_at datetime(3),
    past_standings mediumtext,
    group_move_disabled boolean default false not null,
    created_at     datetime(3)  not null,
    primary key (program_id, partner_id),
    constraint enrollment_tenant unique (program_id, tenant_id)
) ${table};
create index enrollment_partner on enrollment (partner_id);
create index enrollment_group on enrollment (group_id, partner_id);

-- A tag that partners are sorted by. name_key is the name in small letters.
create table partner_tag (
    id           varchar(40)  not null primary key,
    workspace_id varchar(40)  not null,
    name         varchar(190) not null,
    name_key     varchar(190) not null,
    created_at   datetime(3)  not null,
    constraint partner_tag_name unique (workspace_id, name_key)
) ${table};

create table tagged_partner (
    partner_id   varchar(40) not null,
    tag_id       varchar(40) not null,
    workspace_id varchar(40) not null,
    primary key (partner_id, tag_id)
) ${table};
create index tagged_partner_tag on tagged_partner (tag_id, partner_id);

-- Partners whose figures changed since their groups' rules were looked at, of workspaces with rules.
create table group_move (
    id           varchar(40) not null primary key,
    workspace_id varchar(40) not null,
    partner_id   varchar(40) not null,
    due_at       datetime(3) not null
) ${table};
create index group_move_due on group_move (due_at, id);

-- The rounds through the partners of programs whose groups have rules: the last partner that is done, and when to go on.
create table group_move_round (
    program_id   varchar(40) not null primary key,
    workspace_id varchar(40) not null,
    cursor_id    varchar(40) not null,
    due_at       datetime(3)
) ${table};
create index group_move_round_due on group_move_round (due_at);
create index group_move_round_workspace on group_move_round (workspace_id);

-- What a program asks applicants, and what it requires of them, as JSON.
create table application_form (
    program_id   varchar(40) not null primary key,
    workspace_id varchar(40) not null,
    form         mediumtext  not null
) ${table};

-- undecided is true or null: a partner has one application that is still to be decided. answers is JSON. flagged_for: why it was
-- thought to be a fraud; null for not at all.
create table partner_application (
    id               varchar(40) not null primary key,
    workspace_id     varchar(40) not null,
    program_id       varchar(40) not null,
    partner_id       varchar(40) not null,
    status           varchar(16) not null,
    undecided        boolean,
    answers          mediumtext  not null,
    rejection_reason varchar(40),
    rejection_note   varchar(2000),
    reapplication    varchar(16),
    flagged_for      varchar(2000),
    created_at       datetime(3) not null,
    decided_at       datetime(3),
    constraint partner_application_undecided unique (partner_id, undecided)
) ${table};
create index partner_application_workspace on partner_application (workspace_id, id);
create index partner_application_partner on partner_application (partner_id, id);

-- What a program asks of leads that partners submit, as JSON.
create table lead_form (
    program_id   varchar(40) not null primary key,
    workspace_id varchar(40) not null,
    form         mediumtext  not null
) ${table};

-- People whom partners say they speak with. name, email, company and answers, which are JSON, are null once the person was erased.
-- claimed_email: while nobody else may submit the same person. click_id: the click that the customer goes back to; it is kept with
-- the customer only.
create table submitted_lead (
    id            varchar(40)  not null primary key,
    workspace_id  varchar(40)  not null,
    program_id    varchar(40)  not null,
    partner_id    varchar(40)  not null,
    mode          varchar(8)   not null,
    status        varchar(16)  not null,
    name          varchar(190),
    email         varchar(190),
    company       varchar(190),
    answers       mediumtext,
    claimed_email varchar(190),
    customer_id   varchar(40),
    click_id      varchar(16),
    sale_id       varchar(40),
    sale_amount   bigint,
    sale_currency varchar(3),
    created_at    datetime(3)  not null,
    updated_at    datetime(3)  not null,
    constraint submitted_lead_claim unique (program_id, mode, claimed_email)
) ${table};
create index submitted_lead_workspace on submitted_lead (workspace_id, mode, id);
create index submitted_lead_partner on submitted_lead (partner_id, id);
create index submitted_lead_customer on submitted_lead (customer_id);

-- A reward is never edited in place: a change ends one row and begins the next, so that a commission can name the terms it
-- was made by. group_id: whose partners it is for; null for those of all groups that have none of their own. max_duration is in
-- months after the buyer's first sale. spend_limit: the most that a partner earns by it in a spend_interval. modifiers are the
-- conditions under which other amounts are promised, as JSON; null when there are none.
create table reward (
    id                  varchar(40) not null primary key,
    reward_id           varchar(40) not null,
    workspace_id        varchar(40) not null,
    program_id          varchar(40) not null,
    group_id            varchar(40),
    event               varchar(16) not null,
    type                varchar(16) not null,
    amount_basis_points int,
    amount_minor        bigint,
    begun_at            datetime(3) not null,
    ended_at            datetime(3),
    max_duration        int,
    max_sales           int,
    spend_limit         bigint,
    spend_interval      varchar(8),
    modifiers           mediumtext,
    discount_code_id    varchar(40)
) ${table};
create index reward_program on reward (program_id, ended_at);
create index reward_workspace on reward (workspace_id, reward_id);

-- What buyers get by the codes of a group's partners: percent, or minor units; for so many months, null for ever.
create table discount (
    id             varchar(40)  not null primary key,
    workspace_id   varchar(40)  not null,
    group_id       varchar(40)  not null,
    amount         bigint       not null,
    type           varchar(16)  not null,
    max_duration   int,
    coupon_id      varchar(255),
    coupon_test_id varchar(255),
    created_at     datetime(3)  not null,
    constraint discount_group unique (group_id)
) ${table};

-- Codes of partners at Stripe. They stay when they are ended: live is true while a code counts, else null. active: what Stripe said last, at state_at. retire_at: when Stripe is to be told that
-- a code that was made here is over.
create table discount_code (
    id                varchar(40)  not null primary key,
    workspace_id      varchar(40)  not null,
    program_id        varchar(40)  not null,
    mode              varchar(8)   not null,
    partner_id        varchar(40)  not null,
    link_id           varchar(40)  not null,
    discount_id       varchar(40),
    code              varchar(100) not null,
    code_key          varchar(100),
    promotion_code_id varchar(255) not null,
    coupon_id         varchar(255),
    active            boolean      not null,
    state_at          datetime(3)  not null,
    live              boolean,
    disabled_at       datetime(3),
    made_here         boolean      not null,
    retire_at         datetime(3),
    retire_attempts   int          default 0 not null,
    created_at        datetime(3)  not null,
    constraint discount_code_key unique (program_id, mode, code_key),
    constraint discount_code_link unique (link_id, mode, live),
    constraint discount_code_promotion unique (promotion_code_id, workspace_id, mode, live)
) ${table};
create index discount_code_workspace on discount_code (workspace_id, mode, id);
create index discount_code_partner on discount_code (partner_id, id);
create index discount_code_retire on discount_code (retire_at);

-- ---------------------------------------------------------------- payout

-- Where the money of a partner goes: account is JSON, sealed. A change waits as next_account until next_at, and is told when it
-- has come into force; both are null when none waits.
create table payout_profile (
    partner_id   varchar(40) not null primary key,
    workspace_id varchar(40) not null,
    account      mediumtext  not null,
    since        datetime(3) not null,
    next_account mediumtext,
    next_at      datetime(3)
) ${table};
create index payout_profile_next on payout_profile (next_at);

-- Who pays, and the columns of files for Wise and others: JSON; null for none, and for the usual ones.
create table payout_settings (
    workspace_id varchar(40) not null primary key,
    payer        mediumtext,
    file_columns mediumtext
) ${table};

-- What was written for a payout: of what was earned, of what was taken back, and when it came back. Written once and never
-- changed; content has the lines; it, payer and payee are JSON. number is of the workspace's own circle, which has no gaps.
create table payout_statement (
    id           varchar(40) not null primary key,
    workspace_id varchar(40) not null,
    number       int         not null,
    cause        varchar(16) not null,
    partner_id   varchar(40) not null,
    payout_id    varchar(40) not null,
    currency     varchar(3)  not null,
    total        bigint      not null,
    period_start datetime(3) not null,
    period_end   datetime(3) not null,
    issued_at    datetime(3) not null,
    country      varchar(2),
    language     varchar(2)  not null,
    payer        mediumtext,
    payee        mediumtext  not null,
    content      mediumtext  not null,
    constraint payout_statement_number unique (workspace_id, number),
    constraint payout_statement_once unique (payout_id, cause)
) ${table};
create index payout_statement_workspace on payout_statement (workspace_id, id);
create index payout_statement_partner on payout_statement (workspace_id, partner_id, id);
create index payout_statement_time on payout_statement (workspace_id, issued_at);

create table statement_circle (
    workspace_id varchar(40) not null primary key,
    last_number  int         not null
) ${table};

-- ---------------------------------------------------------------- commission

-- commission_key is what a partner earns by once: a sale, for leads the customer, for clicks the link and the day, and itself for a
-- custom one. sold and earned are
-- as by now, before anything was taken back. manual_status is the operator's word, which settling leaves alone; edited_sold and
-- edited_earned are the operator's amounts, and held_for and hold_reason say who else than a dispute holds it, and why.
-- reward_inputs: what the conditions and limits of its terms looked at, as JSON; null when there are none.
-- entries, amount and earnings: how many entries it has, and what they add up to. paid: what payouts that are paid settled of it.
-- payable_at is when something of it can be paid: null as long as nothing can, and long ago for what the partner owes.
-- batch_id is the batch that has it, from the draft on until its payout is paid or comes to nothing.
create table commission (
    id             varchar(40)  not null primary key,
    workspace_id   varchar(40)  not null,
    mode           varchar(8)   not null,
    program_id     varchar(40)  not null,
    partner_id     varchar(40)  not null,
    customer_id    varchar(40),
    link_id        varchar(40),
    sale_id        varchar(40),
    invoice_id     varchar(255),
    reward_terms   varchar(40),
    reward_inputs  mediumtext,
    type           varchar(16)  not null,
    status         varchar(16)  not null,
    quantity       int          not null,
    currency       varchar(3)   not null,
    occurred_at    datetime(3)  not null,
    created_at     datetime(3)  not null,
    updated_at     datetime(3)  not null,
    commission_key varchar(64)  not null,
    lead_id        varchar(40),
    sold           bigint       default 0 not null,
    earned         bigint       default 0 not null,
    manual_status  varchar(16),
    paid_at        datetime(3),
    entries        int          not null,
    amount         bigint       not null,
    earnings       bigint       not null,
    paid           bigint       not null,
    due_at         datetime(3)  not null,
    payable_at     datetime(3),
    batch_id       varchar(40),
    disputed       boolean      default false not null,
    held_for       varchar(16),
    hold_reason    varchar(500),
    edited_sold    bigint,
    edited_earned  bigint,
    description    varchar(2000),
    user_id        varchar(40),
    constraint commission_of_partner unique (commission_key, partner_id)
) ${table};
create index commission_workspace on commission (workspace_id, mode, id);
create index commission_partner on commission (partner_id, id);
create index commission_payable on commission (partner_id, payable_at);
create index commission_time on commission (partner_id, type, occurred_at);
create index commission_customer on commission (customer_id, id);
create index commission_invoice on commission (invoice_id, id);

-- amount is the share of the sale, earnings the partner's part of it; what is taken back is negative. entry_key keeps two that
-- are added at once apart. reason: why, in the operator's words or by a word of the guard; person: who said so.
create table commission_entry (
    id            varchar(40) not null primary key,
    commission_id varchar(40) not null,
    workspace_id  varchar(40) not null,
    kind          varchar(16) not null,
    amount        bigint      not null,
    earnings      bigint      not null,
    occurred_at   datetime(3) not null,
    recorded_at   datetime(3) not null,
    entry_key     varchar(40) not null,
    reason        varchar(500),
    person        varchar(190),
    constraint commission_entry_key unique (commission_id, entry_key)
) ${table};

-- What partners have earned under limits of all time, by commissions that were earned before until_at; latest_at is when the last of
-- their entries happened. due_at: when to add up more.
create table spent_sum (
    partner_id   varchar(40) not null,
    program_id   varchar(40) not null,
    mode         varchar(8)  not null,
    type         varchar(16) not null,
    currency     varchar(3)  not null,
    workspace_id varchar(40) not null,
    earnings     bigint      not null,
    until_at     datetime(3) not null,
    latest_at    datetime(3) not null,
    due_at       datetime(3) not null,
    primary key (partner_id, program_id, mode, type, currency)
) ${table};
create index spent_sum_due on spent_sum (due_at);
create index spent_sum_workspace on spent_sum (workspace_id);

-- The sales that earn under a spend limit, also those for which there was no room: wanted is what would be earned without it, granted
-- what is. At the same moment sale_key, the business key of the sale, says whose turn is first.
create table limited_earning (
    partner_id     varchar(40)  not null,
    sale_id        varchar(40)  not null,
    workspace_id   varchar(40)  not null,
    program_id     varchar(40)  not null,
    mode           varchar(8)   not null,
    currency       varchar(3)   not null,
    sale_key       varchar(255) not null,
    paid_at        datetime(3)  not null,
    spend_limit    bigint       not null,
    spend_interval varchar(8)   not null,
    wanted         bigint       not null,
    granted        bigint       not null,
    inputs         mediumtext,
    primary key (partner_id, sale_id)
) ${table};
create index limited_earning_turn on limited_earning (partner_id, paid_at, sale_key);

-- Of which partners' sales under a spend limit those are to be looked at again that have their turn at from_at and from_name or later.
create table limit_change (
    id           varchar(40)  not null primary key,
    partner_id   varchar(40)  not null,
    program_id   varchar(40)  not null,
    mode         varchar(8)   not null,
    currency     varchar(3)   not null,
    workspace_id varchar(40)  not null,
    from_at      datetime(3)  not null,
    from_name    varchar(255) not null
) ${table};
create index limit_change_partner on limit_change (partner_id, id);

-- How far a program has come that rewards clicks: from_at is the beginning of the day that is next, utc_day the day of UTC whose
-- links are next and cursor_id the last of them that is done, due_at when to go on.
create table click_earning (
    program_id   varchar(40) not null primary key,
    workspace_id varchar(40) not null,
    from_at      datetime(3) not null,
    utc_day      datetime(3),
    cursor_id    varchar(40) not null,
    due_at       datetime(3)
) ${table};
create index click_earning_due on click_earning (due_at);
create index click_earning_workspace on click_earning (workspace_id);

-- The days of a program whose clicks have been settled, in the time zone of then.
create table click_day (
    program_id   varchar(40) not null,
    from_at      datetime(3) not null,
    until_at     datetime(3) not null,
    workspace_id varchar(40) not null,
    primary key (program_id, from_at)
) ${table};

-- Clicks of a minute on a link that were stored long after they were made. Their day is settled again, and they are gone from here.
create table late_click (
    id           varchar(40) not null primary key,
    workspace_id varchar(40) not null,
    link_id      varchar(40) not null,
    clicked_at   datetime(3) not null,
    due_at       datetime(3) not null
) ${table};
create index late_click_due on late_click (due_at, id);

-- ---------------------------------------------------------------- bounty

-- What partners are promised for figures (attribute, least_value, scope) or for what they hand in. reward_amount: null when it is said
-- at the approval. group_ids: one a line, null for all. cursor_id: the last partner whose figures were looked at in a round that is
-- under way; begun: a first round has seen all partners; due_at: when to go on, null when no figures count, or no more.
create table bounty (
    id              varchar(40)  not null primary key,
    workspace_id    varchar(40)  not null,
    program_id      varchar(40)  not null,
    name            varchar(190) not null,
    description     mediumtext,
    kind            varchar(16)  not null,
    reward_amount   bigint,
    attribute       varchar(40),
    least_value     bigint,
    scope           varchar(16),
    group_ids       mediumtext,
    submissions_max int          not null,
    holding_days    int          not null,
    starts_at       datetime(3)  not null,
    ends_at         datetime(3),
    created_at      datetime(3)  not null,
    archived_at     datetime(3),
    cursor_id       varchar(40)  not null,
    begun           boolean      not null,
    due_at          datetime(3)
) ${table};
create index bounty_workspace on bounty (workspace_id, id);
create index bounty_due on bounty (due_at);

-- baseline: the figure of the partner when the bounty began, performance_count what counts of it by now; both are null for what was
-- handed in. urls: one a line. files is JSON.
create table bounty_submission (
    id                varchar(40) not null primary key,
    workspace_id      varchar(40) not null,
    bounty_id         varchar(40) not null,
    partner_id        varchar(40) not null,
    period_number     int         not null,
    status            varchar(16) not null,
    description       mediumtext,
    urls              mediumtext,
    files             mediumtext,
    baseline          bigint,
    performance_count bigint,
    created_at        datetime(3) not null,
    completed_at      datetime(3),
    reviewed_at       datetime(3),
    rejection_reason  varchar(40),
    rejection_note    varchar(2000),
    commission_id     varchar(40),
    constraint bounty_submission_once unique (bounty_id, partner_id, period_number)
) ${table};
create index bounty_submission_partner on bounty_submission (partner_id, status);

-- ---------------------------------------------------------------- payout

-- A batch takes what is due until the cutoff. draft_key keeps a second draft of the same currency out: null once it is none.
-- prepared_to is the last partner that was looked at; due_at: when to go on with the draft or with the cancelation, which is also the
-- end of the time of who is at it, and null when there is nothing to do. The sums are those of its payouts, drafted_ as they were when it was
-- drafted, so that what changed since can be seen.
create table payout_batch (
    id                varchar(40)  not null primary key,
    workspace_id      varchar(40)  not null,
    program_id        varchar(40)  not null,
    currency          varchar(3)   not null,
    status            varchar(16)  not null,
    draft_key         varchar(60),
    cutoff            datetime(3)  not null,
    min_payout_amount bigint       not null,
    prepared_to       varchar(40)  not null,
    payouts           int          not null,
    amount            bigint       not null,
    drafted_payouts   int          not null,
    drafted_amount    bigint       not null,
    due_at            datetime(3),
    created_at        datetime(3)  not null,
    created_by        varchar(190),
    confirmed_at      datetime(3),
    confirmed_by      varchar(190),
    canceled_at       datetime(3),
    canceled_by       varchar(190),
    constraint payout_batch_draft unique (draft_key)
) ${table};
create index payout_batch_workspace on payout_batch (workspace_id, id);
create index payout_batch_due on payout_batch (due_at);

-- What a partner is to be paid: in a batch, or, without one, when commissions were marked as paid. amount, earned less
-- absorbed, which was taken back of what was paid earlier, is what the partner gets; drafted is what that was when the batch was drafted. way:
-- internal is paid from here, external by the merchant's own system. sending: this server sends it, and nobody else says what becomes of it. Only what is paid counts; returned came back after that.
create table payout (
    id             varchar(40) not null primary key,
    workspace_id   varchar(40) not null,
    partner_id     varchar(40) not null,
    mode           varchar(8)  not null,
    currency       varchar(3)  not null,
    batch_id       varchar(40),
    status         varchar(16) not null,
    way            varchar(8)  not null,
    earned         bigint      not null,
    absorbed       bigint      not null,
    amount         bigint      not null,
    drafted        bigint      not null,
    commissions    int         not null,
    period_start   datetime(3),
    period_end     datetime(3),
    created_at     datetime(3) not null,
    updated_at     datetime(3) not null,
    initiated_at   datetime(3),
    paid_at        datetime(3),
    returned_at    datetime(3),
    failure_reason varchar(500),
    trace_id       varchar(190),
    sending        boolean default false not null,
    person         varchar(190),
    constraint payout_of_partner unique (batch_id, partner_id)
) ${table};
create index payout_partner on payout (workspace_id, partner_id, id);
create index payout_workspace on payout (workspace_id, id);
create index payout_amount on payout (workspace_id, amount, id);
create index payout_initiated on payout (workspace_id, initiated_at, id);
create index payout_paid on payout (workspace_id, paid_at, id);

-- Which part of a payout is for which commission: negative for what was taken back of it and absorbed. drafted is what it was when
-- the batch was drafted; what is out of it since has 0. changed_for is the kind of the entry, or the status, by which it changed.
-- The parts of a payout lie together: a draft writes them at the end, and a batch is confirmed, canceled and listed by payouts.
create table payout_part (
    payout_id     varchar(40) not null,
    commission_id varchar(40) not null,
    workspace_id  varchar(40) not null,
    earnings      bigint      not null,
    drafted       bigint      not null,
    changed_at    datetime(3),
    changed_for   varchar(16),
    primary key (payout_id, commission_id)
) ${table};
create index payout_part_commission on payout_part (commission_id, payout_id);

-- The page that a partner sees shows the mode of the key that asked for its token.
create table embed_token (
    token_hash   varchar(64) not null primary key,
    workspace_id varchar(40) not null,
    mode         varchar(8)  not null,
    partner_id   varchar(40) not null,
    created_at   datetime(3) not null,
    expires_at   datetime(3) not null
) ${table};
create index embed_token_partner on embed_token (workspace_id, partner_id, created_at);
create index embed_token_expires on embed_token (expires_at);

-- Which people see a partner's world, what they may say of it, and which mails they get.
create table partner_member (
    id             varchar(40) not null primary key,
    workspace_id   varchar(40) not null,
    partner_id     varchar(40) not null,
    person_id      varchar(40) not null,
    role           varchar(16) not null,
    new_commission boolean     not null,
    payout_paid    boolean     not null,
    payout_failed  boolean     not null,
    created_at     datetime(3) not null,
    constraint partner_member_person unique (partner_id, person_id)
) ${table};
create index partner_member_of_person on partner_member (person_id, id);
create index partner_member_workspace on partner_member (workspace_id, partner_id, id);

-- Single use: the row goes when it is accepted. email is in small letters; invited_by is an email or the name of a key, and null
-- for the program.
create table partner_invitation (
    id           varchar(40)  not null primary key,
    token_hash   varchar(64)  not null,
    workspace_id varchar(40)  not null,
    partner_id   varchar(40)  not null,
    email        varchar(190) not null,
    role         varchar(16)  not null,
    invited_by   varchar(190),
    created_at   datetime(3)  not null,
    expires_at   datetime(3)  not null,
    constraint partner_invitation_token unique (token_hash)
) ${table};
create index partner_invitation_partner on partner_invitation (workspace_id, partner_id, id);
create index partner_invitation_expires on partner_invitation (expires_at);

-- A mailed link that signs a partner's person in, once: the row goes when it does. email: where it was mailed to, in small
-- letters; once the person has another address it is worth nothing.
create table login_link (
    token_hash varchar(64)  not null primary key,
    person_id  varchar(40)  not null,
    email      varchar(190) not null,
    created_at datetime(3)  not null,
    expires_at datetime(3)  not null
) ${table};
create index login_link_person on login_link (person_id, expires_at);
create index login_link_expires on login_link (expires_at);

-- What the merchant says of the partners' portal and, as JSON, of the embedded page. No row: nothing is said.
create table portal_settings (
    workspace_id    varchar(40) not null primary key,
    share_customers boolean     not null,
    invite_partners boolean     not null,
    terms_url       mediumtext,
    help_url        mediumtext,
    support_email   varchar(190),
    embed           mediumtext
) ${table};

-- ---------------------------------------------------------------- stripe

-- account_id is '' for an endpoint that a merchant added by hand: its events name no account. api_key is a key of the
-- account's own, encrypted, and api_key_hint enough of it to know it by. ended_at: when it was disconnected; what happened
-- until then is still its own. deauthorized: in Stripe, by the account itself. proof: how it became known that the account is
-- the workspace's, by the operator's word or by a key of the account's own; null for endpoints that name no account.
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
    api_key         varchar(2000),
    api_key_hint    varchar(40),
    ended_at        datetime(3),
    deauthorized    boolean       default false not null,
    proof           varchar(16),
    endpoint_id     varchar(255),
    endpoint_key    varchar(64),
    constraint stripe_connection_token unique (token_hash),
    constraint stripe_connection_endpoint unique (endpoint_key)
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

-- A person on the way through Stripe's OAuth. id: one at a time for each person, workspace and mode.
create table stripe_authorization (
    id           varchar(64) not null primary key,
    state_hash   varchar(64) not null,
    workspace_id varchar(40) not null,
    person_id    varchar(40) not null,
    mode         varchar(8)  not null,
    expires_at   datetime(3) not null,
    constraint stripe_authorization_state unique (state_hash)
) ${table};
create index stripe_authorization_end on stripe_authorization (expires_at);

-- What of a connection's past Stripe is asked for. First the events are found, the newest first, then they are stored, the
-- oldest first: cursor_id is the one after which it goes on. due_at: when to go on; null when it is over.
create table stripe_catch_up (
    connection_id varchar(40)  not null primary key,
    workspace_id  varchar(40)  not null,
    state         varchar(16)  not null,
    begins_at     datetime(3)  not null,
    ends_at       datetime(3)  not null,
    storing       boolean      not null,
    cursor_id     varchar(255),
    events_found  bigint       not null,
    events_stored bigint       not null,
    attempts      int          not null,
    problem       varchar(500),
    due_at        datetime(3)
) ${table};
create index stripe_catch_up_due on stripe_catch_up (due_at);
create index stripe_catch_up_workspace on stripe_catch_up (workspace_id);

-- The inbox. source is the endpoint it came in by: live, test, sandbox or a connection's id; test events of an account
-- connected live come in by two endpoints, and only one of the two counts. attempts: how often it was looked at while it
-- waits; failures: how often in a row it could not be processed. due_at: when it is to be worked off; null when it is settled. lane: what is of one buyer is of one lane.
create table stripe_event (
    id                 varchar(40)   not null primary key,
    source             varchar(40)   not null,
    account_id         varchar(60)   not null,
    stripe_event_id    varchar(255)  not null,
    connection_id      varchar(40),
    workspace_id       varchar(40),
    mode               varchar(8)    not null,
    type               varchar(100)  not null,
    api_version        varchar(60),
    object_id          varchar(255),
    stripe_customer_id varchar(255),
    occurred_at        datetime(3)   not null,
    received_at        datetime(3)   not null,
    lane               int           default 0 not null,
    deliveries         int           not null,
    state              varchar(16)   not null,
    reason             varchar(60),
    explanation        varchar(1000),
    effects            mediumtext,
    waiting_for        varchar(300),
    attempts           int           not null,
    due_at             datetime(3),
    settled_at         datetime(3),
    failures           int           default 0 not null,
    constraint stripe_event_once unique (stripe_event_id, account_id, source)
) ${table};
create index stripe_event_due on stripe_event (due_at, id);
create index stripe_event_waiting on stripe_event (waiting_for, workspace_id);
create index stripe_event_workspace on stripe_event (workspace_id, id);
create index stripe_event_state on stripe_event (state, workspace_id, id);
create index stripe_event_object on stripe_event (object_id, workspace_id);
create index stripe_event_customer on stripe_event (stripe_customer_id, workspace_id);
create index stripe_event_connection on stripe_event (workspace_id, connection_id, received_at);

-- The bodies of events as they came, as long as they are kept: an event is written often, and its body not again with it.
create table stripe_event_payload (
    event_id varchar(40) not null primary key,
    payload  longblob    not null
) ${table};

-- What a transaction has brought that events may wait for: a row for all of its names, until the events that wait for one of
-- them are woken. The id begins with the time.
create table stripe_arrival (
    id    varchar(40) not null primary key,
    names mediumtext  not null
) ${table};

-- The lanes of the inbox, and the nodes that share them where several are at work on the database: a lane is worked off by
-- one node, until its lease ends. All times are the database's own.
create table stripe_lane (
    lane         int         not null primary key,
    node_id      varchar(40),
    leased_until datetime(3) not null
) ${table};
create table stripe_lane_node (
    node_id     varchar(40) not null primary key,
    alive_until datetime(3) not null
) ${table};

-- Which payment (payment intent or charge) paid for which sale: the only way from a refund to its sale. amount is what it paid
-- for this sale, with tax, in the currency of the payment; null when it paid for all of it.
create table stripe_payment (
    workspace_id varchar(40)  not null,
    mode         varchar(8)   not null,
    payment_id   varchar(255) not null,
    sale_key     varchar(255) not null,
    amount       bigint,
    primary key (payment_id, workspace_id, mode, sale_key)
) ${table};
create index stripe_payment_sale on stripe_payment (sale_key, workspace_id, mode);

-- Everything that was reported about money that went back, by charge, by refund, by dispute and by credit note. What is left
-- of a sale follows from these rows. reported_at and status_rank say which status is the newest.
create table stripe_refund (
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
    reported_at       datetime(3)  not null,
    primary key (workspace_id, mode, kind, object_id)
) ${table};
create index stripe_refund_charge on stripe_refund (charge_id, workspace_id, mode);
create index stripe_refund_payment on stripe_refund (payment_intent_id, workspace_id, mode);
create index stripe_refund_sale on stripe_refund (sale_key, workspace_id, mode);

-- status is Stripe's word of status_at, the newest that was reported. cancel_at is a scheduled end.
create table stripe_subscription (
    workspace_id       varchar(40)  not null,
    mode               varchar(8)   not null,
    subscription_id    varchar(255) not null,
    stripe_customer_id varchar(255) not null,
    ended_at           datetime(3),
    paid               boolean      not null,
    status             varchar(30),
    status_at          datetime(3),
    cancel_at          datetime(3),
    primary key (subscription_id, workspace_id, mode)
) ${table};
create index stripe_subscription_customer on stripe_subscription (stripe_customer_id, workspace_id, mode);

-- The code that a discount of Stripe's came from; empty for none. Invoices name discounts, and not what they came from.
create table stripe_discount (
    workspace_id      varchar(40)  not null,
    mode              varchar(8)   not null,
    discount_id       varchar(255) not null,
    promotion_code_id varchar(255) not null,
    primary key (discount_id, workspace_id, mode)
) ${table};

-- What Stripe is asked about, because an event waits for it: a payment whose purchase nobody has named, a customer whom
-- nobody knows. connection_id: by whose key. When to ask next (due_at, null when it need not be asked), when it answered last,
-- and what it said; settled when that holds for good. One row for each, however many events wait.
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
create index stripe_lookup_due on stripe_lookup (kind, due_at);

-- The account at Stripe that was made for a partner, by the key of a connection. ready_at: when Stripe first said that money can be
-- sent to it. due_at: when to ask Stripe next how far it is, null when nobody waits for that.
create table stripe_payee (
    partner_id    varchar(40)  not null primary key,
    workspace_id  varchar(40)  not null,
    connection_id varchar(40)  not null,
    account_id    varchar(255) not null,
    created_at    datetime(3)  not null,
    ready_at      datetime(3),
    due_at        datetime(3)
) ${table};
create index stripe_payee_due on stripe_payee (due_at);

-- The transfers of payouts. refusals: how many of the attempts were refused; each of them needs another key. due_at is when to ask
-- Stripe next, and the end of the time of who is asking; null when there is nothing to ask.
create table stripe_transfer (
    payout_id     varchar(40)  not null primary key,
    workspace_id  varchar(40)  not null,
    batch_id      varchar(40)  not null,
    partner_id    varchar(40)  not null,
    connection_id varchar(40)  not null,
    account_id    varchar(255) not null,
    amount        bigint       not null,
    currency      varchar(3)   not null,
    state         varchar(16)  not null,
    transfer_id   varchar(255),
    attempts      int          not null,
    refusals      int          not null,
    problem       varchar(500),
    created_at    datetime(3)  not null,
    due_at        datetime(3)
) ${table};
create index stripe_transfer_due on stripe_transfer (due_at);
create index stripe_transfer_batch on stripe_transfer (batch_id, payout_id);
create index stripe_transfer_id on stripe_transfer (transfer_id, workspace_id);

-- ---------------------------------------------------------------- erasure and retention

-- Erasing a person goes on after the response: through the idempotent responses, and through the sales for the names by which
-- Stripe's events are found. words are hashes of what the person was called.
create table erasure (
    customer_id  varchar(40)   not null primary key,
    workspace_id varchar(40)   not null,
    mode         varchar(8)    not null,
    words        varchar(1000) not null,
    step         varchar(16)   not null,
    cursor_id    varchar(300)  not null,
    erased_at    datetime(3)   not null,
    due_at       datetime(3)
) ${table};
create index erasure_due on erasure (due_at);

-- Names at Stripe of erased people and of what they bought. They stay, because events about them may come later. due_at is
-- null when the events that are there have been gone through.
create table erased_name (
    workspace_id varchar(40)  not null,
    name         varchar(255) not null,
    buyer        boolean      not null,
    cursor_id    varchar(40)  not null,
    erased_at    datetime(3)  not null,
    due_at       datetime(3),
    primary key (name, workspace_id)
) ${table};
create index erased_name_due on erased_name (due_at);

-- How far what is kept for a time only has been removed.
create table retention (
    name      varchar(40) not null primary key,
    cursor_id varchar(40) not null
) ${table};

-- ---------------------------------------------------------------- statistics

-- What was counted and is not in the cells yet. The clicks of a transaction, of one workspace: their ids, one after the
-- other, of 16 characters each.
create table statistics_click_delta (
    id           varchar(40)   not null primary key,
    workspace_id varchar(40)   not null,
    click_ids    varchar(8192) not null
) ${table};
create index statistics_click_delta_workspace on statistics_click_delta (workspace_id, id);

-- A lead, a sale or money taken back, as it changes the figures. customer_id: whose number of sales changes.
create table statistics_delta (
    id              varchar(40) not null primary key,
    workspace_id    varchar(40) not null,
    mode            varchar(8)  not null,
    link_id         varchar(40) not null,
    click_id        varchar(16) not null,
    customer_id     varchar(40),
    occurred_at     datetime(3) not null,
    leads           bigint      not null,
    sales           bigint      not null,
    refunds         bigint      not null,
    gross_amount    bigint      not null,
    refunded_amount bigint      not null
) ${table};
create index statistics_delta_workspace on statistics_delta (workspace_id, mode, occurred_at);

-- Whose turn it is to bring the deltas into the cells: one row, locked for as long as that takes. node: who did it last, and
-- does it until leased_until. clicks_since: older clicks have been removed, so that no cell of then can be made again.
create table statistics_merge (
    id           int         not null primary key,
    node         varchar(40) not null,
    leased_until datetime(3) not null,
    clicks_since datetime(3)
) ${table};
insert into statistics_merge (id, node, leased_until) values (1, '', '1970-01-01 00:00:00');

-- The figures of a workspace, or of one value of a property of its clicks, in a quarter of an hour, an hour or a day of UTC.
-- What Stripe or the merchant reports counts at its own time. value: a character 1 for none, a character 2 and a hash for one
-- that is too long and stands in statistics_text.
create table statistics_cell (
    workspace_id    varchar(40)  not null,
    trait           varchar(16)  not null,
    minutes         int          not null,
    mode            varchar(8)   not null,
    cell_at         datetime(3)  not null,
    value_key       varchar(190) not null,
    clicks          bigint       not null,
    leads           bigint       not null,
    sales           bigint       not null,
    refunds         bigint       not null,
    gross_amount    bigint       not null,
    refunded_amount bigint       not null,
    primary key (workspace_id, trait, minutes, cell_at, mode, value_key)
) ${table};

create table statistics_text (
    value_key varchar(65) not null primary key,
    text      mediumtext  not null
) ${table};

-- Days on which a property had more values than are kept apart: the others are counted from the clicks themselves.
create table statistics_full_day (
    workspace_id varchar(40) not null,
    trait        varchar(16) not null,
    day_at       datetime(3) not null,
    primary key (workspace_id, trait, day_at)
) ${table};

create table statistics_link_cell (
    workspace_id    varchar(40) not null,
    minutes         int         not null,
    mode            varchar(8)  not null,
    cell_at         datetime(3) not null,
    link_id         varchar(40) not null,
    clicks          bigint      not null,
    leads           bigint      not null,
    sales           bigint      not null,
    refunds         bigint      not null,
    gross_amount    bigint      not null,
    refunded_amount bigint      not null,
    primary key (workspace_id, minutes, cell_at, mode, link_id)
) ${table};
create index statistics_link_cell_link on statistics_link_cell (link_id, minutes, cell_at, mode);

create table statistics_link (
    link_id         varchar(40) not null,
    mode            varchar(8)  not null,
    workspace_id    varchar(40) not null,
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
create index statistics_link_workspace on statistics_link (workspace_id, link_id);

-- How many sales of a buyer are counted for a link: the buyer is a conversion of the link while there are any.
create table statistics_buyer (
    customer_id varchar(40) not null,
    link_id     varchar(40) not null,
    mode        varchar(8)  not null,
    sales       bigint      not null,
    primary key (customer_id, link_id, mode)
) ${table};
create index statistics_buyer_link on statistics_buyer (link_id, mode, sales);

-- What partners earned, and had taken back, that is not in the cells yet. link_id is '' for none. standing and paid: how much
-- more the commissions of this status come to and were paid; an entry that only changes its status earns nothing.
create table statistics_earning_delta (
    id           varchar(40) not null primary key,
    workspace_id varchar(40) not null,
    partner_id   varchar(40) not null,
    mode         varchar(8)  not null,
    currency     varchar(3)  not null,
    link_id      varchar(40) not null,
    occurred_at  datetime(3) not null,
    earnings     bigint      not null,
    status       varchar(16) not null,
    standing     bigint      not null,
    paid         bigint      not null
) ${table};
create index statistics_earning_delta_workspace on statistics_earning_delta (workspace_id, partner_id);

create table statistics_earning_cell (
    workspace_id varchar(40) not null,
    partner_id   varchar(40) not null,
    mode         varchar(8)  not null,
    currency     varchar(3)  not null,
    minutes      int         not null,
    cell_at      datetime(3) not null,
    link_id      varchar(40) not null,
    earnings     bigint      not null,
    primary key (workspace_id, partner_id, mode, currency, minutes, cell_at, link_id)
) ${table};

-- What the commissions of a partner come to that have this status now, and what of it was paid.
create table statistics_partner (
    workspace_id varchar(40) not null,
    partner_id   varchar(40) not null,
    mode         varchar(8)  not null,
    currency     varchar(3)  not null,
    status       varchar(16) not null,
    earnings     bigint      not null,
    paid         bigint      not null,
    primary key (workspace_id, partner_id, mode, currency, status)
) ${table};

-- Workspaces whose cells are made again from what happened, and from which day on that is still to be done.
create table statistics_rebuild (
    workspace_id varchar(40) not null primary key,
    day_at       datetime(3) not null
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

-- ---------------------------------------------------------------- stream

-- What a transaction brought that the live stream tells of: refs has, of each workspace, the ids of the rows. Numbers are given
-- before the commit, so a note may appear after one with a greater number. Removed after an hour, but for the newest; the first
-- comes with the table, so that there is always one.
create table stream_note (
    id       bigint         not null auto_increment primary key,
    noted_at datetime(3)    not null,
    refs     varchar(14900) not null
) ${table};
insert into stream_note (noted_at, refs) values ('1970-01-01 00:00:00', '');

-- ---------------------------------------------------------------- sample and checks

-- The sample month of a workspace, from the moment that it is asked for until nothing of it is left. mark is in all ids of it
-- at Stripe. The plan follows from seed, ends_at, currency and rates_since; done of its total steps have been played, or of
-- the removal's. link_ids: one a line. due_at: when to go on, which is also the end of the time of the node that is at it;
-- null when there is nothing to do.
create table sample_month (
    workspace_id  varchar(40)  not null primary key,
    state         varchar(16)  not null,
    mark          varchar(16)  not null,
    seed          bigint       not null,
    currency      varchar(3)   not null,
    rates_since   date         not null,
    server_port   int          not null,
    link_ids      varchar(500),
    folder_id     varchar(40),
    tag_id        varchar(40),
    program_id    varchar(40),
    partner_id    varchar(40),
    connection_id varchar(40),
    steps_done    int          not null,
    steps_total   int          not null,
    attempts      int          not null,
    problem       varchar(500),
    ends_at       datetime(3)  not null,
    finished_at   datetime(3),
    due_at        datetime(3)
) ${table};
create index sample_month_due on sample_month (due_at);

-- The newest check of all figures of the server: one row. differences is JSON, the first of them. finished_at is null while it
-- is under way.
create table self_check (
    id          int         not null primary key,
    started_at  datetime(3) not null,
    finished_at datetime(3),
    days        bigint      not null,
    found       int         not null,
    differences mediumtext  not null
) ${table};
