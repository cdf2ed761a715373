-- why: the built-in provider is a small cloud of its own that keeps its state over restarts, so an
-- order can be built, broken and repaired without any account anywhere.

-- These tables play the outside world: no tenant owns a row, so none is under row-level security.
-- What names a tenant here is a label, as it would be at a real provider.

create table sim_timing (
  location text primary key,
  create_ms integer not null check (create_ms >= 0),
  power_ms integer not null check (power_ms >= 0),
  configure_ms integer not null check (configure_ms >= 0),
  delete_ms integer not null check (delete_ms >= 0),
  variance double precision not null check (variance between 0 and 1)
);

create table sim_fault (
  id bigint generated always as identity primary key,
  location text not null references sim_timing,
  position integer not null,
  operation text not null,
  fault text not null,
  times integer not null check (times > 0),
  probability double precision not null check (probability between 0 and 1),
  latency_ms bigint not null check (latency_ms >= 0)
);
create index sim_fault_in_order on sim_fault (location, position);

-- What is free is kept with the host, so that two reservations cannot take the same room.
create table sim_host (
  id text primary key,
  location text not null references sim_timing,
  vcpus integer not null,
  memory_mib bigint not null,
  disk_gib bigint not null,
  free_vcpus integer not null check (free_vcpus >= 0),
  free_memory_mib bigint not null check (free_memory_mib >= 0),
  free_disk_gib bigint not null check (free_disk_gib >= 0)
);
create index sim_host_of_location on sim_host (location);

-- A reservation without a key belongs to a machine made by hand, and goes with it.
create table sim_reservation (
  external_id text primary key,
  location text not null,
  host text not null references sim_host,
  key text,
  label_action text,
  label_tenant text,
  label_server text,
  vcpus integer not null,
  memory_mib integer not null,
  disk_gib integer not null,
  created_at timestamptz not null,
  released_at timestamptz
);
create unique index sim_reservation_once on sim_reservation (location, key)
  where released_at is null;
create index sim_reservation_of_host on sim_reservation (host);

-- Addresses never given out come first, in order; those given back wait in sim_free_address.
create table sim_pool (
  location text not null references sim_timing,
  family integer not null check (family in (4, 6)),
  base text not null,
  size integer not null,
  next_offset integer not null default 1,
  primary key (location, family)
);

create table sim_free_address (
  location text not null,
  family integer not null,
  address text not null,
  primary key (location, family, address)
);

create table sim_address (
  id bigint generated always as identity primary key,
  allocation text not null,
  location text not null,
  family integer not null,
  address text not null,
  key text not null,
  label_action text not null,
  label_tenant text not null,
  label_server text not null,
  allocated_at timestamptz not null,
  released_at timestamptz
);
create unique index sim_address_once on sim_address (location, key, family)
  where released_at is null;
create unique index sim_address_distinct on sim_address (location, address)
  where released_at is null;
create index sim_address_of_allocation on sim_address (allocation);
create index sim_address_newest on sim_address (location, id);

-- Until settles_at the machine shows what it was before, so no thread has to finish a task.
create table sim_machine (
  external_id text primary key,
  location text not null,
  name text not null,
  key text,
  label_action text,
  label_tenant text,
  label_server text,
  reservation text not null references sim_reservation,
  vcpus integer not null,
  memory_mib integer not null,
  disk_gib integer not null,
  image text not null,
  ipv4 text,
  ipv6 text,
  host_name text,
  host_name_before text,
  state text not null check (state in ('running', 'stopped', 'error')),
  state_before text not null check (state_before in ('creating', 'running', 'stopped', 'error')),
  settles_at timestamptz not null,
  created_at timestamptz not null,
  deleted_at timestamptz
);
create unique index sim_machine_once on sim_machine (location, key) where deleted_at is null;
create index sim_machine_of_key on sim_machine (location, key);
create index sim_machine_of_reservation on sim_machine (reservation);
create index sim_machine_newest on sim_machine (location, created_at, external_id);

create table sim_task (
  ref text primary key,
  location text not null,
  machine text not null references sim_machine,
  operation text not null,
  key text not null,
  started_at timestamptz not null,
  finishes_at timestamptz not null,
  failure text,
  lost boolean not null default false
);
create unique index sim_task_once on sim_task (machine, operation, key)
  where failure is null and not lost;

-- Snapshots and backups.
create table sim_kept (
  external_id text primary key,
  location text not null,
  machine text not null references sim_machine,
  operation text not null,
  name text not null,
  key text not null,
  image text not null,
  created_at timestamptz not null
);
create unique index sim_kept_once on sim_kept (location, key);
create index sim_kept_of_machine on sim_kept (machine);
