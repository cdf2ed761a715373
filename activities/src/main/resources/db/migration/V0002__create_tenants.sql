-- why: every owned row names its tenant, and people sign in as users of one.

create table tenant (
  id text primary key,
  name text not null,
  path text not null unique
);
alter table tenant enable row level security;
alter table tenant force row level security;
create policy tenant_scope on tenant using (slipway_sees(id));

create table user_account (
  id text primary key,
  tenant_id text not null references tenant,
  email text not null constraint user_account_email_is_lower_case check (email = lower(email)),
  name text not null,
  role text not null,
  password_hash text not null,
  last_login_at timestamptz,
  constraint user_account_email unique (email)
);
create index user_account_tenant on user_account (tenant_id);
alter table user_account enable row level security;
alter table user_account force row level security;
create policy user_account_scope on user_account using (slipway_sees(tenant_id));
