package dev.slipway.activities.session;

import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.session.SignInFailures;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/// [SignInFailures] in PostgreSQL; they come before anybody is known, so for the whole platform.
@Singleton
final class JdbcSignInFailures implements SignInFailures {

  private final Sql sql;
  private final Transactions transactions;

  JdbcSignInFailures(Sql sql, Transactions transactions) {
    this.sql = sql;
    this.transactions = transactions;
  }

  @Override
  public Map<String, Failures> of(Collection<String> subjects, Instant since) {
    String select =
        """
        select subject, failures, last_at from sign_in_failure
        where subject = any(:subjects) and last_at > :since
        """;
    Map<String, Failures> found = new HashMap<>();
    transactions.in(
        Scope.PLATFORM,
        () ->
            sql.of(select)
                .with("subjects", subjects)
                .with("since", since)
                .list(row ->
                    found.put(
                        row.text("subject"),
                        new Failures(row.integer("failures"), row.instant("last_at")))));
    return found;
  }

  @Override
  public void add(Collection<String> subjects, Instant now, Instant since) {
    String upsert =
        """
        insert into sign_in_failure (subject, failures, last_at)
        select subject, 1, :now
        from unnest(cast(:subjects as text[])) as given (subject)
        on conflict (subject) do update
        set last_at = excluded.last_at,
            failures = case when sign_in_failure.last_at > :since
              then sign_in_failure.failures + 1 else 1 end
        """;
    transactions.in(
        Scope.PLATFORM,
        () ->
            sql.of(upsert)
                .with("subjects", new TreeSet<>(subjects)) // in one order, so that none deadlocks
                .with("now", now)
                .with("since", since)
                .update());
  }

  @Override
  public void forget(Collection<String> subjects) {
    transactions.in(
        Scope.PLATFORM,
        () ->
            sql.of("delete from sign_in_failure where subject = any(:subjects)")
                .with("subjects", subjects)
                .update());
  }

  @Override
  public int purge(Instant since) {
    return transactions.in(
        Scope.PLATFORM,
        () ->
            sql.of("delete from sign_in_failure where last_at <= :since")
                .with("since", since)
                .update());
  }
}
