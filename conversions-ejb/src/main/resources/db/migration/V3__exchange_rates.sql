-- Runs unchanged on MySQL, MariaDB and on H2 in MySQL mode, like the first one.

-- So many units of the currency were worth so many US dollars on that day. Two numbers, as the source gave them, because
-- their quotient would have to be rounded. workspace_id is '' for the rates of the whole server. state is accepted or held:
-- a held rate jumped, is not used, and waits for a confirmation. The key makes a set that is loaded again a change of nothing.
create table exchange_rate (
    workspace_id varchar(40)    not null,
    currency     varchar(3)     not null,
    state        varchar(8)     not null,
    as_of        date           not null,
    source       varchar(16)    not null,
    units        decimal(38,18) not null,
    dollars      decimal(38,18) not null,
    created_at   datetime(3)    not null,
    primary key (workspace_id, currency, state, as_of, source)
) ${table};
