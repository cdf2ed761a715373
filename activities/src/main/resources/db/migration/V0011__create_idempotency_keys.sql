-- why: the same request twice has one effect and one answer; the primary key is the guarantee.

-- A claim without an answer has no status; it lapses.
create table idempotency_key (
  tenant_id text not null,
  route text not null,
  key text not null,
  body_hash text not null,
  status integer,
  location text,
  body text,
  claimed_at timestamptz not null,
  answered_at timestamptz,
  primary key (tenant_id, route, key)
);
create index idempotency_key_age on idempotency_key (claimed_at);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy idempotency_key_scope on idempotency_key using (slipway_sees(tenant_id));
