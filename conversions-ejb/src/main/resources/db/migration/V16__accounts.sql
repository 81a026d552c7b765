-- Whose a Stripe account is and was, what fails is counted apart from what waits, and which master key is in use. All
-- times are UTC.

-- ---------------------------------------------------------------- stripe

-- ended_at: when it was disconnected; what happened until then is still its own. deauthorized: in Stripe, by the account
-- itself. proof: how it became known that the account is the workspace's: by the operator's word or by a key of the
-- account's own; null when nobody has proved it, as for endpoints that name no account. What was connected before this was
-- asked for is proved for the server's first workspace, the operator's own.
alter table stripe_connection add column ended_at datetime(3);
alter table stripe_connection add column deauthorized boolean default false not null;
alter table stripe_connection add column proof varchar(16);
update stripe_connection set ended_at = created_at where live is null;
update stripe_connection set proof = 'operator' where account_id <> ''
    and workspace_id = (select min(w.id) from workspace w);

-- failures: how often in a row it could not be processed.
alter table stripe_event add column failures int default 0 not null;
update stripe_event set failures = 8 where state = 'failed';
-- What was stored in the last thirty days for an account that nobody had connected waits for whoever connects it.
update stripe_event set state = 'waiting', waiting_for = concat('account:', account_id, ':', mode), attempts = 0,
    settled_at = null, due_at = received_at
where workspace_id is null and state = 'ignored' and reason = 'unknown_account' and account_id <> ''
    and received_at > timestampadd(day, -30, current_timestamp(3));
create index stripe_event_standing on stripe_event (state, received_at);

-- ---------------------------------------------------------------- master key

-- The fingerprint of the key that secrets are sealed with: a node that has another one does not start.
create table master_key (
    id          int         not null primary key,
    fingerprint varchar(64) not null,
    since       datetime(3) not null
) ${table};
