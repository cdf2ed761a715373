package dev.slipway.activities.provider.simulator;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The statements on `sim_address` and the pools behind it.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AddressRows extends GenericRepository<AddressRow, Long>, KeyLock {

  @Query(
      """
      select id, allocation, family, address, key, label_action, allocated_at, released_at
      from sim_address
      where location = :location and key = :key and released_at is null
      order by family
      """)
  List<AddressRow> ofKey(String location, String key);

  @Query(
      """
      select id, allocation, family, address, key, label_action, allocated_at, released_at
      from sim_address
      where location = :location and address = :address and released_at is null
      """)
  Optional<AddressRow> inUse(String location, String address);

  @Query(
      """
      insert into sim_address
        (allocation, location, family, address, key, label_action, label_tenant, label_server,
         allocated_at)
      values
        (:allocation, :location, :family, :address, :key, :action, :tenant, :server, :now)
      """)
  void insert(
      String allocation,
      String location,
      int family,
      String address,
      String key,
      String action,
      String tenant,
      String server,
      Instant now);

  /// Gives an allocation's addresses back once, however often it is called.
  @Query(
      """
      with released as (
        update sim_address set released_at = :now
        where location = :location and allocation = :allocation and released_at is null
        returning location, family, address
      ), returned as (
        insert into sim_free_address (location, family, address)
        select location, family, address from released
        returning address
      )
      select count(*) from returned
      """)
  long release(String location, String allocation, Instant now);

  @Query(
      """
      select id, allocation, family, address, key, label_action, allocated_at, released_at
      from sim_address
      where location = :location
      order by id desc
      """)
  List<AddressRow> newest(String location);
}
