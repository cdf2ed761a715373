-- why: a server is what its tenant ordered and sees; where it stands is told by its actions.

-- plan, image and location are the codes as ordered, without foreign keys: the catalogue may drop
-- an entry while servers made from it live on.
create table server (
  id text primary key,
  tenant_id text not null references tenant,
  name text not null,
  status text not null,
  plan text not null,
  vcpus integer not null,
  memory_mib integer not null,
  disk_gib integer not null,
  image text not null,
  location text not null,
  ipv4 text,
  ipv6 text,
  labels jsonb not null default '{}',
  protected boolean not null default false,
  user_data bytea,
  state_observed_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 1
);
create unique index server_name_is_free on server (tenant_id, name) where status <> 'destroyed';

-- One index for each order a list can have, for a tenant and for the platform; read backwards for
-- the descending order. They lead with what is filtered by equality. Labels have none: under
-- row-level security only leakproof operators reach an index, and the containment of jsonb is not
-- one, so a label filters the rows that come in the list's order.
create index server_tenant_newest on server (tenant_id, created_at, id);
create index server_newest on server (created_at, id);
create index server_tenant_by_name on server (tenant_id, name, id);
create index server_by_name on server (name, id);
create index server_by_status on server (status, created_at, id);
create index server_by_location on server (location, created_at, id);

alter table server enable row level security;
alter table server force row level security;
create policy server_scope on server using (slipway_sees(tenant_id));
