-- why: an action's row knows its last parking alone; the story needs each one, also once it is answered.

create table action_parking (
  action_id text not null references action,
  tenant_id text not null,
  number integer not null,
  step text not null,
  phase text not null,
  cause text not null,
  since timestamptz not null,
  -- A run without progress uses no number up, so the number alone is not unique.
  primary key (action_id, since)
);
alter table action_parking enable row level security;
alter table action_parking force row level security;
create policy action_parking_scope on action_parking using (
  slipway_sees((select current_setting('slipway.scope', true)), tenant_id));
-- Append-only for the application.
revoke update, delete on action_parking from slipway_app;

-- The owner is under the tables' policies too.
select set_config('slipway.scope', '*', true);
insert into action_parking (action_id, tenant_id, number, step, phase, cause, since)
select id, tenant_id, parking_number, parking_step, parking_phase, parking_cause, parking_since
from action where parking_since is not null;
