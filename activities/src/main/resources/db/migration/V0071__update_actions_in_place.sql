-- why: an order changes its action's row some fifteen times. Where no indexed column changes and the page
-- has room, PostgreSQL writes the row alone; while the time of the last write was indexed, each of
-- these writes was one to every index of the table, too.
drop index action_unfinished;
-- What the watchdog looks over; it sorts the few that are silent.
create index action_unfinished on action (id) where finished_at is null and run_id is not null;
-- The same for a step that begins: that it is done was in the condition of an index.
drop index action_step_latest_done;
create index action_step_latest_finished on action_step (step, finished_at)
  where finished_at is not null;
alter table action set (fillfactor = 70);
alter table action_step set (fillfactor = 70);
