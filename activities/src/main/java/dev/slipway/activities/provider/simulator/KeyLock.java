package dev.slipway.activities.provider.simulator;

import io.micronaut.data.annotation.Query;

/// Lets calls under one key pass one after the other; the unique indexes stand behind it.
interface KeyLock {

  /// Held until the transaction ends.
  @Query(
      """
      select 1
      from (select pg_advisory_xact_lock(hashtextextended(:location || ' ' || :key, 0))) as held
      """)
  int hold(String location, String key);
}
