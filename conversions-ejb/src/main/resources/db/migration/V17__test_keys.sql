-- Keys are live or test, and what they bring is of their mode. What was written before was live.

alter table api_key add column (
    mode varchar(8) default 'live' not null
);

-- The same invoice told by a live key and by a test key is two sales, one in either world.
alter table tracked_sale add column (
    mode varchar(8) default 'live' not null
);
alter table tracked_sale drop primary key;
alter table tracked_sale add primary key (workspace_id, mode, claim);

alter table idempotency_key add column (
    mode varchar(8) default 'live' not null
);
alter table idempotency_key drop primary key;
alter table idempotency_key add primary key (workspace_id, mode, name);

-- The page that a partner sees shows the world of the key that asked for its token.
alter table embed_token add column (
    mode varchar(8) default 'live' not null
);
