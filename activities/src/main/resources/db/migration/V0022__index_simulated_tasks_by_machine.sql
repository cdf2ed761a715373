-- why: every delete and every second create asks for the tasks of a machine, failed ones included,
-- and the unique index knows only those that did not fail.

create index sim_task_of_machine on sim_task (machine, started_at);
