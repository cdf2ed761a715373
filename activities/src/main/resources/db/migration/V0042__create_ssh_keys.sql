-- why: tenants keep the public keys that their servers accept.

-- A removed key stays, marked: orders that were accepted with it still get it.
create table ssh_key (
  id text primary key,
  tenant_id text not null references tenant,
  name text not null,
  public_key text not null,
  fingerprint text not null,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create unique index ssh_key_name_is_free on ssh_key (tenant_id, name) where deleted_at is null;
create unique index ssh_key_is_there_once on ssh_key (tenant_id, fingerprint)
  where deleted_at is null;
create index ssh_key_tenant on ssh_key (tenant_id);
alter table ssh_key enable row level security;
alter table ssh_key force row level security;
create policy ssh_key_scope on ssh_key using (slipway_sees(tenant_id));
