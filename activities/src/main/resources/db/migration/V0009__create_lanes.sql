-- why: two actions must never work on one resource at once; the unique index is the lock.

create table lane (
  resource text not null,
  action_id text not null references action on delete cascade,
  tenant_id text not null,
  position integer not null,
  holds boolean not null,
  created_at timestamptz not null,
  primary key (resource, action_id)
);
create unique index lane_held_once on lane (resource) where holds;
create index lane_in_order on lane (resource, position);
create index lane_of_action on lane (action_id);
alter table lane enable row level security;
alter table lane force row level security;
create policy lane_scope on lane using (slipway_sees(tenant_id));
