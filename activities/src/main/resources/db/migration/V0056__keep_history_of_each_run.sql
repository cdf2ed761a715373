-- why: an action that was started again has several runs, and what was decided in the first is evidence too.
alter table action_history add column run_id text not null default '';
alter table action_history alter column run_id drop default;
alter table action_history drop constraint action_history_pkey;
alter table action_history add primary key (action_id, run_id);
