-- why: a decision to start a closed workflow again must outlive the process that took it.

alter table action add column restart_requested_at timestamptz;
-- What the sweep has still to start again.
create index action_to_restart on action (restart_requested_at, id)
  where finished_at is null and restart_requested_at is not null;
