-- why: what can be ordered is the same for everybody, so these tables belong to no tenant.

create table location (
  id text primary key,
  code text not null unique,
  name text not null,
  country text not null,
  available boolean not null,
  provider text not null
);

create table network (
  id text primary key,
  code text not null,
  name text not null,
  location text not null references location (code),
  kind text not null check (kind in ('public', 'private')),
  cidr text not null,
  unique (location, code)
);

create table image (
  id text primary key,
  code text not null unique,
  name text not null,
  os_family text not null,
  min_disk_gib integer not null check (min_disk_gib > 0),
  min_memory_mib integer not null check (min_memory_mib > 0),
  active boolean not null
);

-- A plan with bounds lets the order choose its size; the six columns are all set or all null.
create table plan (
  id text primary key,
  code text not null unique,
  name text not null,
  vcpus integer not null check (vcpus > 0),
  memory_mib integer not null check (memory_mib > 0),
  disk_gib integer not null check (disk_gib > 0),
  traffic_gib integer not null check (traffic_gib >= 0),
  price_monthly numeric(12, 2) not null,
  price_hourly numeric(12, 4) not null,
  currency text not null,
  locations text[] not null,
  min_vcpus integer,
  min_memory_mib integer,
  min_disk_gib integer,
  max_vcpus integer,
  max_memory_mib integer,
  max_disk_gib integer,
  active boolean not null,
  constraint plan_bounds_are_whole check (
    num_nulls(min_vcpus, min_memory_mib, min_disk_gib, max_vcpus, max_memory_mib, max_disk_gib)
      in (0, 6))
);
