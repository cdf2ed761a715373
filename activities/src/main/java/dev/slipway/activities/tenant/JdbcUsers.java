package dev.slipway.activities.tenant;

import dev.slipway.activities.storage.Row;
import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.tenant.Role;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Tenant;
import dev.slipway.workflows.tenant.TenantId;
import dev.slipway.workflows.tenant.Transactions;
import dev.slipway.workflows.tenant.User;
import dev.slipway.workflows.tenant.UserId;
import dev.slipway.workflows.tenant.Users;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// [Users] in PostgreSQL, for the whole platform.
@Singleton
final class JdbcUsers implements Users {

  private final Sql sql;
  private final Transactions transactions;

  JdbcUsers(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  @Override
  public Optional<Credential> byEmail(String email) {
    return transactions.reading(
        Scope.PLATFORM,
        () ->
            sql.of("select * from user_account where email = :email")
                .with("email", email.toLowerCase(Locale.ROOT))
                .one(JdbcUsers::credential));
  }

  @Override
  public Optional<User> byId(UserId id) {
    return transactions.reading(
        Scope.PLATFORM,
        () ->
            sql.of("select * from user_account where id = :id")
                .with("id", id.value())
                .one(JdbcUsers::user));
  }

  @Override
  public Optional<Credential> lock(UserId id) {
    return transactions.in(
        Scope.PLATFORM,
        () ->
            sql.of("select * from user_account where id = :id for no key update")
                .with("id", id.value())
                .one(JdbcUsers::credential));
  }

  @Override
  public boolean renew(Credential seen, String passwordHash) {
    String update =
        """
        update user_account set password_hash = :hash where id = :id and password_hash = :seen
        """;
    return transactions.in(
        Scope.PLATFORM,
        () ->
            sql.of(update)
                    .with("hash", passwordHash)
                    .with("id", seen.user().id().value())
                    .with("seen", seen.passwordHash())
                    .update()
                == 1);
  }

  @Override
  public Optional<Tenant> tenant(TenantId id) {
    return transactions.reading(
        Scope.PLATFORM,
        () ->
            sql.of("select * from tenant where id = :id")
                .with("id", id.value())
                .one(JdbcUsers::tenant));
  }

  @Override
  public List<Tenant> tenants(Collection<TenantId> ids) {
    return transactions.reading(
        Scope.PLATFORM,
        () ->
            sql.of("select * from tenant where id = any(:ids)")
                .with("ids", ids.stream().map(TenantId::value).toList())
                .list(JdbcUsers::tenant));
  }

  @Override
  public List<Tenant> tenantsLike(String text, int most) {
    String byName =
        """
        select * from tenant where strpos(lower(name), lower(:text)) > 0
        order by name, id limit :most
        """;
    return transactions.reading(
        Scope.PLATFORM,
        () -> sql.of(byName).with("text", text).with("most", most).list(JdbcUsers::tenant));
  }

  @Override
  public void signedIn(UserId id, Instant at) {
    transactions.in(
        Scope.PLATFORM,
        () ->
            sql.of("update user_account set last_login_at = :at where id = :id")
                .with("at", at)
                .with("id", id.value())
                .update());
  }

  @Override
  public void save(Tenant tenant) {
    String upsert =
        """
        insert into tenant (id, name, path) values (:id, :name, :path)
        on conflict (id) do update set name = excluded.name, path = excluded.path
        """;
    transactions.in(
        Scope.PLATFORM,
        () ->
            sql.of(upsert)
                .with("id", tenant.id().value())
                .with("name", tenant.name())
                .with("path", tenant.path())
                .update());
  }

  @Override
  public void save(User user, String passwordHash) {
    String upsert =
        """
        insert into user_account (id, tenant_id, email, name, role, password_hash, last_login_at)
        values (:id, :tenant, :email, :name, :role, :hash, :lastLoginAt)
        on conflict (id) do update
        set tenant_id = excluded.tenant_id, email = excluded.email, name = excluded.name,
            role = excluded.role, password_hash = excluded.password_hash,
            last_login_at = excluded.last_login_at
        """;
    transactions.in(
        Scope.PLATFORM,
        () ->
            sql.of(upsert)
                .with("id", user.id().value())
                .with("tenant", user.tenantId().value())
                .with("email", user.email().toLowerCase(Locale.ROOT))
                .with("name", user.name())
                .with("role", user.role().code())
                .with("hash", passwordHash)
                .with("lastLoginAt", user.lastLoginAt())
                .update());
  }

  private static Credential credential(Row row) throws SQLException {
    return new Credential(user(row), row.text("password_hash"));
  }

  private static User user(Row row) throws SQLException {
    return new User(
        new UserId(row.text("id")),
        new TenantId(row.text("tenant_id")),
        row.text("email"),
        row.text("name"),
        Role.valueOf(row.text("role").toUpperCase(Locale.ROOT)),
        row.instantOrNull("last_login_at"));
  }

  private static Tenant tenant(Row row) throws SQLException {
    return new Tenant(new TenantId(row.text("id")), row.text("name"), row.text("path"));
  }
}
