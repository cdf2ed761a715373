-- why: a run that is lost between a decision and what follows from it must not forget the decision.

-- The provider's id of what the present attempt, or the last one, adopts.
alter table action_step add column adopting text;
-- Changed inputs that are used once what the present ones made is undone.
alter table action_step add column edits_due jsonb;

-- The owner is under the tables' policies too.
select set_config('slipway.scope', '*', true);
-- An adoption was kept in the place of the request it was for.
update action_step
set adopting = inputs ->> 'externalId', inputs = inputs -> 'request'
where step = 'create-machine'
  and inputs ->> 'externalId' is not null and inputs -> 'request' is not null;
-- Edits were taken for the present generation's before they were.
update action_step s
set edits_due = s.edited
from action a
where a.id = s.action_id and a.abort_requested_at is null and a.finished_at is null
  and s.edited is not null
  and (s.status in ('undoing', 'undone')
    or (s.status in ('waiting', 'parked') and s.undo_status = s.status));
