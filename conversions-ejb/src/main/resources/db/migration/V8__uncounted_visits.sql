-- Visits of short links that are no clicks (of programs, looks ahead, requests for headers only) are kept beside the
-- clicks, with the word for why they are not counted. Null for a click.
alter table click add column uncounted varchar(16);

-- Clicks are always asked for without the others, so the others stand apart in the indexes.
create index click_of_workspace on click (workspace_id, uncounted, id);
create index click_of_link on click (link_id, uncounted, id);
drop index click_workspace on click;
drop index click_link on click;
