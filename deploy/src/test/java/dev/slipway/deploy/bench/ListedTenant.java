package dev.slipway.deploy.bench;

import dev.slipway.deploy.system.People;
import dev.slipway.deploy.system.ProductDatabase;
import dev.slipway.deploy.system.SlipwayProcess;

/// A tenant with users and many servers.
///
/// @param code what tells it from the others, of small letters and digits
/// @param size how many servers
/// @param users how many people
record ListedTenant(SlipwayProcess slipway, String code, int size, int users) {

  private static final String PEOPLE =
      """
      insert into tenant (id, name, path) values ('%1$s', '%1$s', '%1$s');
      insert into user_account (id, tenant_id, email, name, role, password_hash)
      select 'usr_%2$sx' || number, '%1$s', '%2$s-' || number || '@slipway.test', name, role,
        password_hash
      from user_account, generate_series(1, %3$d) number where email = '%4$s';
      """;

  private static final String ROWS =
      """
      insert into %1$s (id, tenant_id, name, status, plan, vcpus, memory_mib, disk_gib, image,
        location, ipv4, ipv6, labels, protected, state_observed_at, created_at, updated_at)
      select 'srv_%4$sx' || number, '%2$s', 'web-' || number, 'running', 's-1', 1, 1024, 25,
        'debian-13', 'sim-1', '198.18.' || number / 250 %% 250 || '.' || number %% 250,
        '2001:db8:1:' || to_hex(number %% 65536) || '::1', '{"env": "production"}', false,
        now(), now() - number * interval '1 second', now()
      from generate_series(1, %3$d) number;
      """;

  String id() {
    return "ten_" + code;
  }

  /// Who its users are, from 1.
  String email(int user) {
    return code + "-" + user + "@slipway.test";
  }

  /// What all of them say.
  static String password() {
    return People.TENANT.password();
  }

  /// Makes the tenant with its servers, and signs its first user in.
  Endpoint fill() {
    ProductDatabase database = new ProductDatabase(slipway);
    database.execute(PEOPLE.formatted(id(), code, users, People.TENANT.email()));
    database.execute(rows("server"));
    database.execute("vacuum analyze server");
    return Endpoint.of(slipway, email(1), password());
  }

  String rows(String table) {
    return ROWS.formatted(table, id(), size, code);
  }
}
