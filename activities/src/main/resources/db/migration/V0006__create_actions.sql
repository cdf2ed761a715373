-- why: an action's row is what its workflow projects, and the outbox that starts it.

create table action (
  id text primary key,
  tenant_id text not null references tenant,
  type text not null,
  status text not null
    check (status in ('queued', 'running', 'waiting', 'parked', 'succeeded', 'aborted', 'failed')),
  phase text not null default 'forward' check (phase in ('forward', 'undo')),
  version bigint not null default 1,
  resource_type text not null,
  resource_id text not null,
  requested_by_id text not null,
  requested_by_type text not null,
  order_json jsonb not null,
  not_before timestamptz,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  written_at timestamptz not null,
  run_id text,
  run_ordinal integer not null default 0,
  waiting_kind text,
  waiting_text text,
  waiting_since timestamptz,
  waiting_until timestamptz,
  parking_number integer not null default 0,
  parking_step text,
  parking_phase text,
  parking_cause text,
  parking_since timestamptz,
  residual jsonb not null default '[]',
  error_code text,
  error_message text,
  error_step text,
  error_retryable boolean,
  assignee text,
  abort_requested_at timestamptz,
  abort_actor text,
  abort_reason text,
  correlation_id text not null,
  constraint action_final_has_an_end check (
    (status in ('succeeded', 'aborted', 'failed')) = (finished_at is not null))
);

create index action_tenant_newest on action (tenant_id, created_at, id);
create index action_newest on action (created_at, id);
create index action_by_resource on action (resource_id, created_at, id);
create index action_by_status on action (status, created_at, id);
create index action_by_type on action (type, created_at, id);
-- What asks for a person, oldest first.
create index action_parked on action (parking_since, id) where parking_since is not null;
-- What the watchdog looks over, longest silent first.
create index action_unfinished on action (written_at, id) where finished_at is null;
-- What the starter has still to start.
create index action_without_run on action (created_at, id)
  where finished_at is null and run_id is null;

alter table action enable row level security;
alter table action force row level security;
create policy action_scope on action using (slipway_sees(tenant_id));

create table action_run (
  action_id text not null references action on delete cascade,
  run_id text not null,
  ordinal integer not null,
  primary key (action_id, run_id)
);
alter table action_run enable row level security;
alter table action_run force row level security;
-- Whoever sees the action sees its runs: the inner query is under the action's own policy.
create policy action_run_scope on action_run
  using (exists (select from action where action.id = action_run.action_id));
