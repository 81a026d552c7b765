-- ---------------------------------------------------------------- answers of writes with an Idempotency-Key

-- request_hash is the SHA-256 of method, address and body, and null until the request was answered. answer is encrypted,
-- because an answer may hold a key that is shown once; empty when it was too long to be kept.
create table idempotency_key (
    workspace_id varchar(40)  not null,
    name         varchar(255) not null,
    request_hash varchar(64),
    status       int,
    answer       mediumtext,
    used_at      datetime(3)  not null,
    primary key (workspace_id, name)
) ${table};
create index idempotency_key_used on idempotency_key (used_at);
