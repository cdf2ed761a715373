-- why: a command that is sent again under its key is known by its decision, though its answer was lost.

create table action_command (
  action_id text not null references action,
  update_id text not null,
  tenant_id text not null,
  at timestamptz not null,
  primary key (action_id, update_id)
);
alter table action_command enable row level security;
alter table action_command force row level security;
create policy action_command_scope on action_command using (
  slipway_sees((select current_setting('slipway.scope', true)), tenant_id));
-- Append-only for the application.
revoke update, delete on action_command from slipway_app;
