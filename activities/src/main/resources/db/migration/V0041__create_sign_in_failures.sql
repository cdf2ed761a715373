-- why: guessing passwords must become slow, whichever process is asked and however often it starts.

-- The subject is a hash of what is counted by: no addresses of people are kept.
create table sign_in_failure (
  subject text primary key,
  failures integer not null,
  last_at timestamptz not null
);
create index sign_in_failure_age on sign_in_failure (last_at);
alter table sign_in_failure enable row level security;
alter table sign_in_failure force row level security;
-- It belongs to no tenant (no id is called none), and none may see who failed to sign in where.
create policy sign_in_failure_scope on sign_in_failure using (slipway_sees('none'));
