-- why: people watch an order step by step, and operators need each attempt with its error.

create table action_step (
  action_id text not null references action on delete cascade,
  tenant_id text not null,
  step text not null,
  label text not null,
  position integer not null,
  status text not null default 'pending'
    check (status in (
      'pending', 'running', 'waiting', 'parked', 'done', 'skipped', 'failed', 'undoing', 'undone',
      'residual')),
  progress integer check (progress between 0 and 100),
  generation integer not null default 1,
  next_retry_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  p50_ms bigint not null,
  p95_ms bigint not null,
  undo_label text,
  undo_status text,
  undo_error text,
  inputs jsonb,
  edited jsonb,
  external_id text,
  run_ordinal integer not null default 0,
  attempt integer not null default 0,
  primary key (action_id, step)
);
-- How long a step usually takes is read from its latest runs.
create index action_step_latest_done on action_step (step, finished_at) where status = 'done';
alter table action_step enable row level security;
alter table action_step force row level security;
create policy action_step_scope on action_step using (slipway_sees(tenant_id));

create table action_attempt (
  action_id text not null references action on delete cascade,
  tenant_id text not null,
  step text not null,
  phase text not null check (phase in ('forward', 'undo')),
  generation integer not null,
  run_ordinal integer not null,
  attempt integer not null,
  status text not null check (status in ('running', 'ok', 'failed', 'lost')),
  started_at timestamptz not null,
  finished_at timestamptz,
  code text,
  message text,
  primary key (action_id, step, phase, generation, run_ordinal, attempt)
);
alter table action_attempt enable row level security;
alter table action_attempt force row level security;
create policy action_attempt_scope on action_attempt using (slipway_sees(tenant_id));
