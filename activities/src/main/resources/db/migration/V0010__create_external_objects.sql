-- why: undo, adoption and the residual report must know what a step made at a provider, even when
-- the workflow that made it is gone.

create table external_object (
  action_id text not null references action,
  tenant_id text not null,
  step text not null,
  generation integer not null,
  kind text not null,
  key text not null,
  external_id text not null,
  origin text not null check (origin in ('created', 'adopted')),
  location text not null,
  state text not null default 'present' check (state in ('present', 'gone')),
  ordinal bigint generated always as identity,
  primary key (action_id, step, generation)
);
create index external_object_bound on external_object (external_id, location)
  where state = 'present';
alter table external_object enable row level security;
alter table external_object force row level security;
create policy external_object_scope on external_object using (slipway_sees(tenant_id));
