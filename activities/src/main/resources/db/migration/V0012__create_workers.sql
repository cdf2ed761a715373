-- why: operators ask which processes run workflows and whether they still answer.

create table worker (
  id text primary key,
  build text not null,
  queues text[] not null,
  status text not null check (status in ('online', 'draining', 'offline')),
  last_seen_at timestamptz not null
);
create index worker_last_seen on worker (last_seen_at);
