package dev.slipway.activities.provider.simulator;

import dev.slipway.workflows.simulator.FaultRule;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/// The faults that are switched on; call it inside a transaction.
@Singleton
final class Faults {

  private final FaultRows rows;
  private final Chance chance;

  Faults(FaultRows rows, Chance chance) {
    this.rows = rows;
    this.chance = chance;
  }

  /// Takes a turn of the first rule that hits a call, if one does. The turn comes back when the
  /// transaction is rolled back.
  Optional<FaultRule> take(String location, String operation) {
    for (FaultRow row : rows.lockMatching(location, operation)) {
      if (chance.falls(row.probability())) {
        spend(row);
        return Optional.of(row.toRule());
      }
    }
    return Optional.empty();
  }

  /// What is left, in order.
  List<FaultRule> left(String location) {
    return rows.all(location).stream().map(FaultRow::toRule).toList();
  }

  /// Replaces all rules of a location.
  void replace(String location, List<FaultRule> rules) {
    rows.removeAll(location);
    for (int position = 0; position < rules.size(); position++) {
      FaultRule rule = rules.get(position);
      rows.insert(
          location,
          position,
          rule.operation(),
          rule.fault().code(),
          rule.times(),
          rule.probability(),
          rule.latency().toMillis());
    }
  }

  private void spend(FaultRow row) {
    if (row.times() == 1) {
      rows.remove(row.id());
    } else {
      rows.spendOne(row.id());
    }
  }
}
