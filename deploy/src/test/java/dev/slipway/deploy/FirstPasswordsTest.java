package dev.slipway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.deploy.local.TestPasswords;
import dev.slipway.workflows.tenant.Passwords;
import dev.slipway.workflows.tenant.Role;
import dev.slipway.workflows.tenant.Tenant;
import dev.slipway.workflows.tenant.TenantId;
import dev.slipway.workflows.tenant.User;
import dev.slipway.workflows.tenant.UserId;
import dev.slipway.workflows.tenant.Users;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPasswordsTest {

  private static final String EMAIL = "ops@example.com";

  @TempDir Path folder;

  private final People people = new People();
  private final List<String> console = new ArrayList<>();

  private FirstPasswords start() {
    return new FirstPasswords(TestPasswords.in(folder));
  }

  private void show(FirstPasswords start) {
    start.show(people, new Reversed(), console::add);
  }

  @Test
  void a_generated_password_is_shown_once_and_kept_for_its_owner_alone() throws IOException {
    var first = start();
    var password = first.of(FirstPerson.ADMIN, EMAIL);
    people.add(EMAIL, password);
    show(first);

    var second = start();

    assertThat(second.of(FirstPerson.ADMIN, EMAIL)).isEqualTo(password);
    show(second);
    var file = folder.resolve("admin-password");
    assertThat(console)
        .containsExactly(
            "Sign in as %s with the password %s (kept in %s)".formatted(EMAIL, password, file));
    assertThat(file).hasContent(password);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(folder.toFile().list()).containsExactly("admin-password");
  }

  @Test
  void what_a_start_that_broke_off_did_not_show_the_next_one_shows() {
    var brokenOff = start().of(FirstPerson.ADMIN, EMAIL);
    people.add(EMAIL, brokenOff);

    var next = start();

    assertThat(next.of(FirstPerson.ADMIN, EMAIL)).isEqualTo(brokenOff);
    show(next);
    assertThat(console).singleElement().asString().contains(EMAIL, brokenOff);
  }

  @Test
  void a_password_that_opens_nothing_is_neither_shown_nor_kept() {
    people.add(EMAIL, "chosen by somebody else");
    var start = start();
    start.of(FirstPerson.ADMIN, EMAIL);
    start.of(FirstPerson.OPERATOR, "nobody@example.com");

    show(start);

    assertThat(console).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void each_has_a_password_of_his_own() {
    var start = start();

    assertThat(start.of(FirstPerson.DEMO, "one@example.com"))
        .isNotEqualTo(start.of(FirstPerson.DEMO2, "two@example.com"));
  }

  /// A hash that tests can read.
  private static final class Reversed implements Passwords {

    @Override
    public String hash(String plain) {
      return new StringBuilder(plain).reverse().toString();
    }

    @Override
    public boolean matches(String plain, String hash) {
      return hash(plain).equals(hash);
    }
  }

  /// Those who are there.
  private static final class People implements Users {

    private final Map<String, Credential> known = new HashMap<>();

    void add(String email, String password) {
      var user =
          new User(
              new UserId("usr_1"),
              new TenantId("ten_1"),
              email,
              "Somebody",
              Role.ADMINISTRATOR,
              null);
      save(user, new Reversed().hash(password));
    }

    @Override
    public Optional<Credential> byEmail(String email) {
      return Optional.ofNullable(known.get(email));
    }

    @Override
    public Optional<User> byId(UserId id) {
      return known.values().stream()
          .map(Credential::user)
          .filter(user -> user.id().equals(id))
          .findAny();
    }

    @Override
    public Optional<Credential> lock(UserId id) {
      return known.values().stream().filter(each -> each.user().id().equals(id)).findAny();
    }

    @Override
    public boolean renew(Credential seen, String passwordHash) {
      return known.replace(seen.user().email(), seen, new Credential(seen.user(), passwordHash));
    }

    @Override
    public Optional<Tenant> tenant(TenantId id) {
      return Optional.empty();
    }

    @Override
    public List<Tenant> tenants(Collection<TenantId> ids) {
      return List.of();
    }

    @Override
    public List<Tenant> tenantsLike(String text, int most) {
      return List.of();
    }

    @Override
    public void signedIn(UserId id, Instant at) {}

    @Override
    public void save(Tenant tenant) {}

    @Override
    public void save(User user, String passwordHash) {
      known.put(user.email(), new Credential(user, passwordHash));
    }
  }
}
