-- why: two roomy locations to order in, and a small one whose room truly runs out.

insert into sim_timing (location, create_ms, power_ms, configure_ms, delete_ms, variance) values
  ('sim-1', 3000, 1000, 1000, 1000, 0.2),
  ('sim-2', 3000, 1000, 1000, 1000, 0.2),
  ('sim-3', 3000, 1000, 1000, 1000, 0.2);

-- Each big host is a rack of its own: together they hold tens of thousands of small servers.
insert into sim_host
  (id, location, vcpus, memory_mib, disk_gib, free_vcpus, free_memory_mib, free_disk_gib)
select format('%s-h%s', location, to_char(number, 'FM00')), location,
       vcpus, memory_mib, disk_gib, vcpus, memory_mib, disk_gib
from (values
    ('sim-1', 32, 4096, 16777216, 262144),
    ('sim-2', 32, 4096, 16777216, 262144),
    ('sim-3', 2, 8, 16384, 200))
  as room (location, hosts, vcpus, memory_mib, disk_gib),
  generate_series(1, hosts) as number;

-- RFC 2544 and RFC 3849 ranges, which are never routed. An IPv6 offset is a /64 of the /48.
insert into sim_pool (location, family, base, size) values
  ('sim-1', 4, '198.18.0.0', 65534),
  ('sim-1', 6, '2001:db8:1', 65535),
  ('sim-2', 4, '198.19.0.0', 32766),
  ('sim-2', 6, '2001:db8:2', 65535),
  ('sim-3', 4, '198.19.128.0', 254),
  ('sim-3', 6, '2001:db8:3', 65535);
