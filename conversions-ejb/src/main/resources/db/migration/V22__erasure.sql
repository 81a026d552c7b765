-- Erasing a person goes on after the answer: through the answers that are kept for idempotency keys, and through the sales
-- for the names by which Stripe's events are found. words are hashes of what the person was called.
create table erasure (
    customer_id  varchar(40) not null primary key,
    workspace_id varchar(40) not null,
    mode         varchar(8) not null,
    words        varchar(1000) not null,
    step         varchar(16) not null,
    cursor_id    varchar(300) not null,
    erased_at    datetime(3) not null,
    due_at       datetime(3)
) ${table};
create index erasure_due on erasure (due_at);

-- Names at Stripe of erased people and of what they bought. They stay, because events about them may come later.
-- due_at is null when the events that are there have been gone through.
create table erased_name (
    workspace_id varchar(40)  not null,
    name         varchar(255) not null,
    buyer        boolean      not null,
    cursor_id    varchar(40)  not null,
    erased_at    datetime(3)  not null,
    due_at       datetime(3),
    primary key (workspace_id, name)
) ${table};
create index erased_name_due on erased_name (due_at);

-- How far what is kept for a time only has been removed.
create table retention (
    name      varchar(40) not null primary key,
    cursor_id varchar(40) not null
) ${table};
