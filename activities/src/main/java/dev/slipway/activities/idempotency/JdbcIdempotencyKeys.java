package dev.slipway.activities.idempotency;

import dev.slipway.activities.storage.JdbcTransactions;
import dev.slipway.activities.storage.Row;
import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.idempotency.IdempotencyKeys;
import dev.slipway.workflows.tenant.Scope;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// [IdempotencyKeys] in PostgreSQL. Of two calls that both hold a lapsed claim, the first to answer
/// wins: the other's answer finds none to give and rolls its effect back.
@Singleton
final class JdbcIdempotencyKeys implements IdempotencyKeys {

  private static final Duration LAPSE = Duration.ofMinutes(1);
  private static final Duration KEPT = Duration.ofDays(2);

  private final Sql sql;
  private final JdbcTransactions transactions;
  private final Clock clock;

  JdbcIdempotencyKeys(Sql sql, JdbcTransactions transactions, Clock clock) {
    this.sql = sql;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Claim claim(Request request) {
    // a claim lost in a crash claims nothing; what it was made for is committed after it
    return transactions.relaxedAloneIn(
        Scope.of(request.tenant()),
        () -> {
          while (true) {
            if (isGranted(request)) {
              return new Claim.Granted();
            }
            Optional<Claim> known = known(request);
            // Released between the two statements: ask again.
            if (known.isPresent()) {
              return known.get();
            }
          }
        });
  }

  private boolean isGranted(Request request) {
    String claim =
        """
        insert into idempotency_key (tenant_id, route, key, body_hash, claimed_at)
        values (:tenant, :route, :key, :hash, :now)
        on conflict (tenant_id, route, key) do update
        set body_hash = excluded.body_hash, claimed_at = excluded.claimed_at
        where idempotency_key.status is null and idempotency_key.claimed_at < :lapsed
        """;
    Instant now = clock.instant();
    return keyed(claim, request)
            .with("hash", request.bodyHash())
            .with("now", now)
            .with("lapsed", now.minus(LAPSE))
            .update()
        == 1;
  }

  private Optional<Claim> known(Request request) {
    String select =
        """
        select * from idempotency_key where tenant_id = :tenant and route = :route and key = :key
        """;
    return keyed(select, request).one(row -> known(request, row));
  }

  private static Claim known(Request request, Row row) throws SQLException {
    if (!row.text("body_hash").equals(request.bodyHash())) {
      return new Claim.Reused();
    }
    Integer status = row.integerOrNull("status");
    return status == null
        ? new Claim.InProgress()
        : new Claim.Answered(status, row.text("location"), row.text("body"));
  }

  @Override
  public void answer(Request request, int status, String location, String body) {
    String update =
        """
        update idempotency_key
        set status = :status, location = :location, body = :body, answered_at = :now
        where tenant_id = :tenant and route = :route and key = :key
          and body_hash = :hash and status is null
        """;
    int answered =
        transactions.in(
            Scope.of(request.tenant()),
            () ->
                keyed(update, request)
                    .with("hash", request.bodyHash())
                    .with("status", status)
                    .with("location", location)
                    .with("body", body)
                    .with("now", clock.instant())
                    .update());
    if (answered == 0) {
      throw new IllegalStateException(
          "the claim of " + request.route() + " lapsed and another call answered it");
    }
  }

  @Override
  public void release(Request request) {
    String delete =
        """
        delete from idempotency_key
        where tenant_id = :tenant and route = :route and key = :key
          and body_hash = :hash and status is null
        """;
    transactions.in(
        Scope.of(request.tenant()),
        () -> keyed(delete, request).with("hash", request.bodyHash()).update());
  }

  @Override
  public int purge() {
    return transactions.in(
        Scope.PLATFORM,
        () ->
            sql.of("delete from idempotency_key where claimed_at < :before")
                .with("before", clock.instant().minus(KEPT))
                .update());
  }

  private Sql.Statement keyed(String text, Request request) {
    return sql.of(text)
        .with("tenant", request.tenant().value())
        .with("route", request.route())
        .with("key", request.key());
  }
}
