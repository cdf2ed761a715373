package dev.slipway.deploy.system;

import java.util.List;
import java.util.stream.IntStream;

/// More locations of the simulated cloud, so that tests that break one do not meet each other.
final class Locations {

  private static final String SQL =
      """
      insert into location (id, code, name, country, available, provider)
      values ('loc_%1$s', '%1$s', 'Test %1$s', 'DE', true, 'simulator');
      insert into network (id, code, name, location, kind, cidr)
      values ('net_%1$s', 'public', 'Public', '%1$s', 'public', '198.18.0.0/24'),
        ('net_%1$s_private', 'private', 'Private', '%1$s', 'private', '10.1.0.0/16');
      update plan set locations = locations || '%1$s'::text;
      insert into sim_timing (location, create_ms, power_ms, configure_ms, delete_ms, variance)
      values ('%1$s', 50, 50, 50, 50, 0.2);
      insert into sim_host (id, location, vcpus, memory_mib, disk_gib, free_vcpus, free_memory_mib,
        free_disk_gib)
      values ('%1$s-h01', '%1$s', 4096, 16777216, 262144, 4096, 16777216, 262144);
      insert into sim_pool (location, family, base, size)
      values ('%1$s', 4, '198.18.0.0', 65534), ('%1$s', 6, '2001:db8:1', 65535);
      """;

  private Locations() {}

  /// Adds so many and returns their codes.
  static List<String> add(ProductDatabase database, int count) {
    List<String> codes = IntStream.range(0, count).mapToObj(number -> "t" + number).toList();
    codes.forEach(code -> database.execute(SQL.formatted(code)));
    return codes;
  }
}
