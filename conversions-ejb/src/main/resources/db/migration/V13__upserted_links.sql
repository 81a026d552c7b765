-- A link that was asked for by its destination claims it, so that two who ask at the same time get the same link: the
-- SHA-256 of the destination and of what else made it the one that was meant. Null for any other link.
alter table link add column url_claim varchar(64);
alter table link add constraint link_url_claim unique (workspace_id, url_claim, live);
