-- When the record that proves a domain was last looked for, and since when it was missing.
alter table domain add column checked_at datetime(3) null;
alter table domain add column missing_since datetime(3) null;
-- As if it had just been seen: a domain has a week before it is looked at.
update domain set checked_at = updated_at where verified = true;
create index domain_checked on domain (verified, checked_at);
