package dev.slipway.api;

import dev.slipway.activities.storage.TestPostgres;
import dev.slipway.api.security.Admission;
import dev.slipway.api.security.SignIn;
import dev.slipway.workflows.tenant.Passwords;
import dev.slipway.workflows.tenant.Role;
import dev.slipway.workflows.tenant.Tenant;
import dev.slipway.workflows.tenant.TenantId;
import dev.slipway.workflows.tenant.User;
import dev.slipway.workflows.tenant.UserId;
import dev.slipway.workflows.tenant.Users;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// The whole API over HTTP and a real database, with an engine that tests play; one for each JVM.
/// Tests stay apart by taking tenants of their own.
public final class ApiServer {

  /// Everybody's password.
  public static final String PASSWORD = "correct horse battery";

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final TestPostgres.Database database = TestPostgres.database();
  private final ApplicationContext context;
  private final EmbeddedServer server;

  private static final class Shared {
    static final ApiServer SERVER = new ApiServer(Map.of());
  }

  private static final class Planning {
    static final ApiServer SERVER = new ApiServer(Map.of("slipway.test.plans", true));
  }

  private ApiServer(Map<String, Object> more) {
    Map<String, Object> properties = new HashMap<>(database.properties());
    properties.put("micronaut.server.port", -1);
    properties.put("slipway.temporal.worker", false);
    properties.put("slipway.temporal.address", "127.0.0.1:1");
    properties.put("slipway.test.played", true);
    properties.put("slipway.stream.comment", "300ms");
    properties.putAll(more);
    context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .environments("test", "web")
            .properties(properties)
            .start();
    server = context.getBean(EmbeddedServer.class).start();
    Runtime.getRuntime().addShutdownHook(new Thread(context::close));
  }

  /// The one that all tests share.
  public static ApiServer shared() {
    return Shared.SERVER;
  }

  /// One that has plans for what can be done to a server, shared by the tests of these.
  public static ApiServer planning() {
    return Planning.SERVER;
  }

  /// One with other settings, for tests that break it.
  public static ApiServer with(Map<String, Object> properties) {
    return new ApiServer(properties);
  }

  /// Somebody who can sign in.
  public record Person(User user, TenantId tenant) {

    /// How he signs in.
    public String email() {
      return user.email();
    }
  }

  /// The only user of a new tenant.
  public Person tenantUser() {
    return person(Role.TENANT_USER);
  }

  /// An operator of the platform.
  public Person operator() {
    return person(Role.OPERATOR);
  }

  private Person person(Role role) {
    int number = NUMBERS.incrementAndGet();
    Users users = bean(Users.class);
    TenantId tenant = new TenantId("ten_t" + number);
    users.save(new Tenant(tenant, "Tenant " + number, "/platform/t" + number));
    User user =
        new User(
            new UserId("usr_u" + number),
            tenant,
            "user" + number + "@example.org",
            "User " + number,
            role,
            null);
    users.save(user, bean(Passwords.class).hash(PASSWORD));
    return new Person(user, tenant);
  }

  /// HTTP without a token.
  public Http anonymous() {
    return new Http(address(), null);
  }

  /// HTTP as somebody.
  public Http as(Person person) {
    return anonymous().with("Authorization", "Bearer " + token(person));
  }

  /// An access token of somebody.
  public String token(Person person) {
    return anonymous()
        .post(
            "/api/v1/auth/login",
            "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(person.email(), PASSWORD))
        .text("/access_token");
  }

  /// Somebody who has just told his password.
  public Admission admission(Person person) {
    return bean(SignIn.class).authenticate(person.email(), PASSWORD);
  }

  /// Where it listens.
  public URI address() {
    return server.getURI();
  }

  /// The engine that tests play.
  public PlayedEngine engine() {
    return bean(PlayedEngine.class);
  }

  /// What the tables say, changed by hand.
  public Tables tables() {
    return new Tables(database);
  }

  /// A bean.
  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }
}
