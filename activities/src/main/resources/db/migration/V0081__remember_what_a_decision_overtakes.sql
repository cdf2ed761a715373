-- why: a run that is lost while later steps are undone, as an earlier one got other inputs, must not forget that they were.

-- The lowest generation that the step's next call may have; one of an older run's is undone first.
alter table action_step add column generation_due integer;
