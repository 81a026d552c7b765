-- Nobody writes an email in the same case every time: buyers are recognised by it in lower case.
alter table customer add column email_key varchar(190);
update customer set email_key = left(lower(email), 190);
create index customer_email_key on customer (workspace_id, email_key);
