package dev.slipway.activities.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.storage.TestPostgres;
import dev.slipway.workflows.tenant.Passwords;
import dev.slipway.workflows.tenant.Role;
import dev.slipway.workflows.tenant.Users;
import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirstPeopleTest {

  private final TestPostgres.Database database = TestPostgres.database();

  @Test
  void the_administrator_and_the_demo_users_are_there_after_the_first_start() {
    try (ApplicationContext beans = start(demo("first password"))) {
      Users users = beans.getBean(Users.class);

      assertThat(users.byEmail("admin@example.org").orElseThrow().user())
          .matches(admin -> admin.role() == Role.ADMINISTRATOR)
          .matches(admin -> admin.tenantId().value().equals("ten_platform"));
      assertThat(users.byEmail("demo@example.org").orElseThrow().user())
          .matches(user -> user.role() == Role.TENANT_USER)
          .matches(user -> user.tenantId().value().equals("ten_demo"));
      assertThat(users.byEmail("demo2@example.org").orElseThrow().user())
          .matches(user -> user.tenantId().value().equals("ten_demo2"));
      assertThat(isPassword(beans, "first password")).isTrue();
    }
  }

  @Test
  void an_operator_is_there_where_one_is_given() {
    Map<String, Object> settings = new HashMap<>(demo("first password"));
    settings.put("slipway.operator.email", "operator@example.org");
    settings.put("slipway.operator.password", "operator password");

    try (ApplicationContext beans = start(settings)) {
      assertThat(beans.getBean(Users.class).byEmail("operator@example.org").orElseThrow().user())
          .matches(operator -> operator.role() == Role.OPERATOR)
          .matches(operator -> operator.tenantId().value().equals("ten_platform"));
    }
  }

  @Test
  void a_second_start_keeps_hashes_and_changes_a_password_only_when_another_is_given() {
    start(demo("first password")).close();
    String hash;
    try (ApplicationContext beans = start(demo("first password"))) {
      hash = hash(beans);
    }
    try (ApplicationContext beans = start(Map.of("slipway.admin.email", "admin@example.org"))) {
      assertThat(hash(beans)).isEqualTo(hash);
    }

    try (ApplicationContext beans = start(demo("second password"))) {
      assertThat(hash(beans)).isNotEqualTo(hash);
      assertThat(isPassword(beans, "second password")).isTrue();
      assertThat(isPassword(beans, "first password")).isFalse();
    }
  }

  @Test
  void an_initial_password_is_for_a_new_person_only() {
    Map<String, Object> generated = new HashMap<>(demo("ignored"));
    generated.remove("slipway.admin.password");
    generated.put("slipway.admin.initial-password", "generated");
    try (ApplicationContext beans = start(generated)) {
      assertThat(isPassword(beans, "generated")).isTrue();
    }
    start(demo("chosen password")).close();

    try (ApplicationContext beans = start(generated)) {
      assertThat(isPassword(beans, "chosen password")).isTrue();
    }
  }

  @Test
  void without_the_demo_there_are_no_demo_users() {
    Map<String, Object> settings = new HashMap<>(demo("first password"));
    settings.put("slipway.demo.enabled", "false");

    try (ApplicationContext beans = start(settings)) {
      assertThat(beans.getBean(Users.class).byEmail("demo@example.org")).isEmpty();
    }
  }

  @Test
  void nobody_is_made_without_a_password() {
    try (ApplicationContext beans = start(Map.of("slipway.admin.email", "admin@example.org"))) {
      assertThat(beans.getBean(Users.class).byEmail("admin@example.org")).isEmpty();
    }
  }

  @Test
  void a_password_longer_than_bcrypt_reads_counts_whole() {
    Passwords passwords = new BcryptPasswords(4);
    String longOne = "x".repeat(100);

    String hash = passwords.hash(longOne + "1");

    assertThat(passwords.matches(longOne + "1", hash)).isTrue();
    assertThat(passwords.matches(longOne + "2", hash)).isFalse();
    assertThat(passwords.hash("same")).isNotEqualTo(passwords.hash("same"));
  }

  private static Map<String, Object> demo(String password) {
    return Map.of(
        "slipway.admin.email", "Admin@example.org",
        "slipway.admin.password", password,
        "slipway.demo.enabled", "true",
        "slipway.demo.email", "demo@example.org",
        "slipway.demo.password", "demo password",
        "slipway.demo2.email", "demo2@example.org",
        "slipway.demo2.password", "demo2 password");
  }

  private ApplicationContext start(Map<String, Object> settings) {
    Map<String, Object> properties = database.properties();
    properties.putAll(settings);
    return ApplicationContext.run(properties, "test");
  }

  private static String hash(ApplicationContext beans) {
    return beans.getBean(Users.class).byEmail("admin@example.org").orElseThrow().passwordHash();
  }

  private static boolean isPassword(ApplicationContext beans, String password) {
    return beans.getBean(Passwords.class).matches(password, hash(beans));
  }
}
