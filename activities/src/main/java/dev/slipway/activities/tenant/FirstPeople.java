package dev.slipway.activities.tenant;

import dev.slipway.activities.storage.StartupWrites;
import dev.slipway.workflows.tenant.Passwords;
import dev.slipway.workflows.tenant.Role;
import dev.slipway.workflows.tenant.Tenant;
import dev.slipway.workflows.tenant.TenantId;
import dev.slipway.workflows.tenant.User;
import dev.slipway.workflows.tenant.UserId;
import dev.slipway.workflows.tenant.Users;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.context.event.StartupEvent;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the platform's tenant with its administrator at start, and an operator and two demo
/// tenants where asked. It can run at every start: whoever exists is left alone, but for a password
/// that is given and is not his.
@Singleton
@Requires(property = "slipway.admin.email")
final class FirstPeople implements ApplicationEventListener<StartupEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(FirstPeople.class);

  private static final Tenant PLATFORM =
      new Tenant(new TenantId("ten_platform"), "Platform", "/platform");
  private static final Tenant DEMO = new Tenant(new TenantId("ten_demo"), "Demo", "/platform/demo");
  private static final Tenant DEMO2 =
      new Tenant(new TenantId("ten_demo2"), "Second demo", "/platform/demo2");

  private final Users users;
  private final Passwords passwords;
  private final FirstPeopleSettings settings;
  private final StartupWrites startup;

  FirstPeople(
      Users users, Passwords passwords, FirstPeopleSettings settings, StartupWrites startup) {
    this.users = users;
    this.passwords = passwords;
    this.settings = settings;
    this.startup = startup;
  }

  @Override
  public void onApplicationEvent(StartupEvent event) {
    startup.ensure(this::ensureAll);
  }

  private void ensureAll() {
    ensure(PLATFORM, "usr_admin", "Administrator", Role.ADMINISTRATOR, settings.admin());
    ensure(PLATFORM, "usr_operator", "Operator", Role.OPERATOR, settings.operator());
    ensure(DEMO, "usr_demo", "Demo user", Role.TENANT_USER, settings.demo());
    ensure(DEMO2, "usr_demo2", "Second demo user", Role.TENANT_USER, settings.demo2());
  }

  private void ensure(
      Tenant tenant,
      String id,
      String name,
      Role role,
      FirstPeopleSettings.@Nullable Person person) {
    if (person == null) {
      return;
    }
    users.save(tenant);
    Optional<Users.Credential> known = users.byEmail(person.email());
    if (known.isPresent()) {
      keep(known.get(), person.password());
    } else {
      add(new User(new UserId(id), tenant.id(), person.email(), name, role, null), person);
    }
  }

  private void add(User user, FirstPeopleSettings.Person person) {
    String password = person.firstPassword();
    if (password == null) {
      LOG.warn("no password was given for a new user email={}", person.email());
      return;
    }
    users.save(user, passwords.hash(password));
    LOG.info("user was created user_id={} tenant_id={}", user.id(), user.tenantId());
  }

  private void keep(Users.Credential known, @Nullable String password) {
    if (password != null && !passwords.matches(password, known.passwordHash())) {
      users.save(known.user(), passwords.hash(password));
      LOG.info("password was changed user_id={}", known.user().id());
    }
  }
}
