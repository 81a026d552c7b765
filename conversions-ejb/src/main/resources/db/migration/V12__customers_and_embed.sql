-- Buyers that the merchant makes, changes and deletes by the API; tokens of the page that partners see.

-- ---------------------------------------------------------------- customer

-- clickless:  made by the merchant, and no click has brought it yet: it cannot be credited to anybody.
-- deleted_at: what it bought stays; whoever it was is erased.
alter table customer add column (
    clickless  boolean default false not null,
    deleted_at datetime(3)
);
-- Of a buyer that turned out to be another one only the id is needed.
update customer set name = null, email = null, email_key = null, avatar = null where merged_into is not null;

create index stripe_customer_id on stripe_customer (stripe_customer_id);

-- ---------------------------------------------------------------- embed

create table embed_token (
    token_hash   varchar(64) not null primary key,
    workspace_id varchar(40) not null,
    partner_id   varchar(40) not null,
    created_at   datetime(3) not null,
    expires_at   datetime(3) not null
) ${table};
create index embed_token_partner on embed_token (workspace_id, partner_id, created_at);
create index embed_token_expires on embed_token (expires_at);
