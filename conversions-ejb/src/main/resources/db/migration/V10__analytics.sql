-- Figures and the feed by every trait of a click. Clicks are read by their ids, which begin with their time.

-- What was taken back counts at its own time.
create index sale_entry_time on sale_entry (workspace_id, occurred_at, sale_id);
