-- What a workspace's settings were before today's, a period a line: a sale that becomes known late is still decided by
-- those of its own time.
alter table workspace add column past_settings mediumtext;
