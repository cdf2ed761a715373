package dev.slipway.activities.storage;

import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Tenant;
import dev.slipway.workflows.tenant.TenantId;
import dev.slipway.workflows.tenant.Transactions;
import dev.slipway.workflows.tenant.Users;
import io.micronaut.context.ApplicationContext;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The repositories over a database of the test class's own, with two tenants in it; register it as
/// a static extension.
public final class Storage implements BeforeAllCallback, AfterAllCallback {

  /// A tenant.
  public static final TenantId NORTH = new TenantId("ten_north");

  /// Another tenant.
  public static final TenantId SOUTH = new TenantId("ten_south");

  private final Map<String, Object> more = new HashMap<>();
  private final List<Object> singletons = new ArrayList<>();
  private TestPostgres.@Nullable Database database;
  private @Nullable ApplicationContext beans;

  /// Sets a property of the context.
  public Storage with(String property, Object value) {
    more.put(property, value);
    return this;
  }

  /// Puts a bean in the place of ours, such as a clock.
  public Storage with(Object singleton) {
    singletons.add(singleton);
    return this;
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    database = TestPostgres.database();
    Map<String, Object> properties = database.properties();
    properties.put("slipway.temporal.worker", "false");
    properties.putAll(more);
    beans = ApplicationContext.builder(properties, "test").singletons(singletons.toArray()).start();
    Users users = get(Users.class);
    users.save(new Tenant(NORTH, "North", "/platform/north"));
    users.save(new Tenant(SOUTH, "South", "/platform/south"));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (beans != null) {
      beans.close();
    }
  }

  /// The database below.
  public TestPostgres.Database database() {
    return started(database);
  }

  /// A bean.
  public <T> T get(Class<T> type) {
    return started(beans).getBean(type);
  }

  /// Works in a transaction of a tenant.
  public <T> T as(TenantId tenant, Supplier<T> work) {
    return get(Transactions.class).in(Scope.of(tenant), work);
  }

  /// Works in a transaction of the platform.
  public <T> T asPlatform(Supplier<T> work) {
    return get(Transactions.class).in(Scope.PLATFORM, work);
  }

  /// Works in a transaction of the platform.
  public void asPlatform(Runnable work) {
    asPlatform(() -> {
      work.run();
      return true;
    });
  }

  /// Runs statements as the platform.
  public void execute(String... statements) {
    asPlatform(() -> {
      for (String statement : statements) {
        get(Sql.class).of(statement).update();
      }
    });
  }

  /// SQL that keeps the texts of what it ran.
  public Sql remembering(List<String> texts) {
    JdbcOperations real = get(JdbcOperations.class);
    Object proxy =
        Proxy.newProxyInstance(
            Storage.class.getClassLoader(),
            new Class<?>[] {JdbcOperations.class},
            (_, method, arguments) -> {
              if (method.getName().equals("prepareStatement")) {
                texts.add((String) arguments[0]);
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
              }
            });
    return new Sql((JdbcOperations) proxy);
  }

  /// Totals on a given SQL.
  public static Totals totals(Sql sql) {
    return new Totals(sql);
  }

  private static <T> T started(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("the extension has not started");
    }
    return part;
  }
}
