package dev.slipway.activities.provider.simulator;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The statements on `sim_reservation` and the hosts whose room it holds.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface ReservationRows extends GenericRepository<ReservationRow, String>, KeyLock {

  @Query(
      """
      select external_id, location, host, vcpus, memory_mib, disk_gib from sim_reservation
      where location = :location and key = :key and released_at is null
      """)
  Optional<ReservationRow> ofKey(String location, String key);

  @Query(
      """
      select external_id, location, host, vcpus, memory_mib, disk_gib from sim_reservation
      where location = :location and external_id = :externalId and released_at is null
      """)
  Optional<ReservationRow> held(String location, String externalId);

  /// Whether a host has room; locks none.
  @Query(
      """
      select exists (
        select from sim_host
        where location = :location and free_vcpus >= :vcpus and free_memory_mib >= :memoryMib
          and free_disk_gib >= :diskGib)
      """)
  boolean isRoom(String location, int vcpus, int memoryMib, int diskGib);

  /// The emptiest host with room that nobody else is just taking room on.
  @Query(
      """
      select id from sim_host
      where location = :location and free_vcpus >= :vcpus and free_memory_mib >= :memoryMib
        and free_disk_gib >= :diskGib
      order by free_memory_mib desc, id
      limit 1
      for update skip locked
      """)
  Optional<String> idleHost(String location, int vcpus, int memoryMib, int diskGib);

  /// Locks every host with room, waiting for whoever is taking room there.
  @Query(
      """
      with roomy as (
        select id, free_memory_mib from sim_host
        where location = :location and free_vcpus >= :vcpus and free_memory_mib >= :memoryMib
          and free_disk_gib >= :diskGib
        order by id
        for update
      )
      select id from roomy order by free_memory_mib desc, id limit 1
      """)
  Optional<String> anyHost(String location, int vcpus, int memoryMib, int diskGib);

  @Query(
      """
      update sim_host
      set free_vcpus = free_vcpus - :vcpus, free_memory_mib = free_memory_mib - :memoryMib,
          free_disk_gib = free_disk_gib - :diskGib
      where id = :host
      """)
  void takeRoom(String host, int vcpus, int memoryMib, int diskGib);

  @Query(
      """
      insert into sim_reservation
        (external_id, location, host, key, label_action, label_tenant, label_server,
         vcpus, memory_mib, disk_gib, created_at)
      values
        (:externalId, :location, :host, :key, :action, :tenant, :server,
         :vcpus, :memoryMib, :diskGib, :now)
      """)
  void insert(
      String externalId,
      String location,
      String host,
      @Nullable String key,
      @Nullable String action,
      @Nullable String tenant,
      @Nullable String server,
      int vcpus,
      int memoryMib,
      int diskGib,
      Instant now);

  /// Frees the room of a reservation once, however often it is called.
  @Query(
      """
      with released as (
        update sim_reservation set released_at = :now
        where location = :location and external_id = :externalId and released_at is null
        returning host, vcpus, memory_mib, disk_gib
      ), freed as (
        update sim_host
        set free_vcpus = free_vcpus + released.vcpus,
            free_memory_mib = free_memory_mib + released.memory_mib,
            free_disk_gib = free_disk_gib + released.disk_gib
        from released
        where sim_host.id = released.host
        returning id
      )
      select count(*) from freed
      """)
  long release(String location, String externalId, Instant now);

  /// Changes what a reservation holds where its host has room for the difference.
  @Query(
      """
      with held as (
        select external_id, host, vcpus, memory_mib, disk_gib from sim_reservation
        where external_id = :externalId and released_at is null
        for update
      ), taken as (
        update sim_host
        set free_vcpus = free_vcpus + held.vcpus - :vcpus,
            free_memory_mib = free_memory_mib + held.memory_mib - :memoryMib,
            free_disk_gib = free_disk_gib + held.disk_gib - :diskGib
        from held
        where sim_host.id = held.host and free_vcpus + held.vcpus >= :vcpus
          and free_memory_mib + held.memory_mib >= :memoryMib
          and free_disk_gib + held.disk_gib >= :diskGib
        returning held.external_id
      ), resized as (
        update sim_reservation
        set vcpus = :vcpus, memory_mib = :memoryMib, disk_gib = :diskGib
        from taken
        where sim_reservation.external_id = taken.external_id
        returning sim_reservation.external_id
      )
      select count(*) from resized
      """)
  long resize(String externalId, int vcpus, int memoryMib, int diskGib);

  /// The reservation of a machine made by hand, which goes with it.
  @Query(
      """
      select external_id, location, host, vcpus, memory_mib, disk_gib from sim_reservation
      where location = :location and external_id = :externalId and key is null
        and released_at is null
      """)
  Optional<ReservationRow> withoutKey(String location, String externalId);
}
