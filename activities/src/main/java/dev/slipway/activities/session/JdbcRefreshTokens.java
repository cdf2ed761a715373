package dev.slipway.activities.session;

import dev.slipway.activities.storage.Row;
import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.session.RefreshTokens;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import dev.slipway.workflows.tenant.UserId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// [RefreshTokens] in PostgreSQL; a token comes before anybody is known, so for the whole platform.
@Singleton
final class JdbcRefreshTokens implements RefreshTokens {

  private final Sql sql;
  private final Transactions transactions;

  JdbcRefreshTokens(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  @Override
  public void save(RefreshToken token) {
    String insert =
        """
        insert into refresh_token (hash, family, user_id, expires_at, replaced_at)
        values (:hash, :family, :user, :expiresAt, :replacedAt)
        """;
    transactions.in(
        Scope.PLATFORM,
        () ->
            sql.of(insert)
                .with("hash", token.hash())
                .with("family", token.family())
                .with("user", token.user().value())
                .with("expiresAt", token.expiresAt())
                .with("replacedAt", token.isCurrent() ? null : token.replacedAt())
                .update());
  }

  @Override
  public Optional<RefreshToken> lock(String hash) {
    return transactions.in(
        Scope.PLATFORM,
        () -> {
          lockUser("select user_id from refresh_token where hash = :of", hash);
          return sql.of("select * from refresh_token where hash = :hash for update")
              .with("hash", hash)
              .one(JdbcRefreshTokens::token);
        });
  }

  @Override
  public void replaced(String hash, Instant at) {
    String update =
        """
        update refresh_token set replaced_at = :at where hash = :hash
        """;
    transactions.in(
        Scope.PLATFORM, () -> sql.of(update).with("hash", hash).with("at", at).update());
  }

  @Override
  public boolean isAlive(String family) {
    return transactions.in(
        Scope.PLATFORM,
        () ->
            sql.of("select exists (select from refresh_token where family = :family) as is_alive")
                .with("family", family)
                .one(row -> row.isTrue("is_alive"))
                .orElse(false));
  }

  @Override
  public void revoke(String family) {
    transactions.in(
        Scope.PLATFORM,
        () -> {
          lockUser("select user_id from refresh_token where family = :of", family);
          return sql.of("delete from refresh_token where family = :family")
              .with("family", family)
              .update();
        });
  }

  @Override
  public void revokeOthers(UserId user, @Nullable String kept) {
    String delete =
        """
        delete from refresh_token where user_id = :user and family <> :kept
        """;
    transactions.in(
        Scope.PLATFORM,
        () -> {
          lockUser("select :of", user.value());
          return sql.of(delete)
              .with("user", user.value())
              .with("kept", kept == null ? "" : kept)
              .update();
        });
  }

  @Override
  public int purge(Instant before) {
    return transactions.in(
        Scope.PLATFORM,
        () ->
            sql.of("delete from refresh_token where expires_at < :before")
                .with("before", before)
                .update());
  }

  /// In a statement of its own: the next one then sees what those before had committed.
  private void lockUser(String which, String of) {
    sql.of("select id from user_account where id in (" + which + ") for no key update")
        .with("of", of)
        .list(row -> row.text("id"));
  }

  private static RefreshToken token(Row row) throws SQLException {
    Instant replacedAt = row.instantOrNull("replaced_at");
    return new RefreshToken(
        row.text("hash"),
        row.text("family"),
        new UserId(row.text("user_id")),
        row.instant("expires_at"),
        replacedAt == null,
        replacedAt == null ? Instant.MAX : replacedAt);
  }
}
