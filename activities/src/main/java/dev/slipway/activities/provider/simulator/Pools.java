package dev.slipway.activities.provider.simulator;

import dev.slipway.activities.storage.Sql;
import jakarta.inject.Singleton;
import java.util.Optional;

/// The addresses that are free; call it inside a transaction.
@Singleton
final class Pools {

  private final Sql sql;

  Pools(Sql sql) {
    this.sql = sql;
  }

  /// Takes an address: one that was never given out while there are any, then one that came back.
  Optional<String> take(String location, int family) {
    return fresh(location, family).map(PoolRow::address).or(() -> returned(location, family));
  }

  private Optional<PoolRow> fresh(String location, int family) {
    String take =
        """
        update sim_pool set next_offset = next_offset + 1
        where location = :location and family = :family and next_offset <= size
        returning family, base, next_offset - 1 as turn
        """;
    return sql.of(take)
        .with("location", location)
        .with("family", family)
        .one(row -> new PoolRow(row.integer("family"), row.text("base"), row.integer("turn")));
  }

  private Optional<String> returned(String location, int family) {
    String take =
        """
        delete from sim_free_address
        where ctid = (
          select ctid from sim_free_address
          where location = :location and family = :family
          limit 1
          for update skip locked)
        returning address
        """;
    return sql.of(take)
        .with("location", location)
        .with("family", family)
        .one(row -> row.text("address"));
  }
}
