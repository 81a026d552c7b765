-- A sale that was converted at a rate of more than seven days before it has its day here, and is corrected when a newer
-- rate comes.
alter table sale add column stale_rate_day date;
create index sale_stale_rate on sale (stale_rate_day, id);

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

-- What a sale came to in the currencies that the workspace has had before, at the rates of then: commissions that were
-- earned in one of them stay in it.
create table sale_past_price (
    sale_id           varchar(40) not null,
    currency          varchar(3)  not null,
    amount            bigint      not null,
    original_amount   bigint      not null,
    original_currency varchar(3)  not null,
    exchange_rate     decimal(38,18),
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
