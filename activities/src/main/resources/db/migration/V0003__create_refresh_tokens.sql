-- why: a client stays signed in by a token that is replaced at each use; only its hash is kept.

create table refresh_token (
  hash text primary key,
  family text not null,
  user_id text not null references user_account on delete cascade,
  expires_at timestamptz not null,
  replaced_at timestamptz
);
create index refresh_token_family on refresh_token (family);
create index refresh_token_user on refresh_token (user_id);
create index refresh_token_expiry on refresh_token (expires_at);
alter table refresh_token enable row level security;
alter table refresh_token force row level security;
-- Whoever sees the user sees his tokens: the inner query is under the user's own policy.
create policy refresh_token_scope on refresh_token
  using (exists (select from user_account where user_account.id = refresh_token.user_id));
