-- Whose workspace the server was set up with: it alone says what the front page of the server's own domain is.
alter table installation add column workspace_id varchar(40) null;
update installation set workspace_id = (select w.id from workspace w order by w.created_at, w.id limit 1);
