-- why: who decided what is evidence, and so is the engine's history after the engine forgot it.

create table action_event (
  id bigint generated always as identity primary key,
  action_id text not null references action,
  tenant_id text not null,
  at timestamptz not null,
  kind text not null,
  step text,
  parking integer not null default 0,
  actor text not null,
  reason text
);
create index action_event_of_action on action_event (action_id, id);
alter table action_event enable row level security;
alter table action_event force row level security;
create policy action_event_scope on action_event using (slipway_sees(tenant_id));
-- Append-only for the application.
revoke update, delete on action_event from slipway_app;

create table action_history (
  action_id text primary key references action,
  tenant_id text not null,
  stored_at timestamptz not null,
  history bytea not null
);
alter table action_history enable row level security;
alter table action_history force row level security;
create policy action_history_scope on action_history using (slipway_sees(tenant_id));
