package dev.slipway.activities.provider.simulator;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The statements on `sim_machine`. A machine exists until its `deleted_at` is past.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface MachineRows extends GenericRepository<MachineRow, String>, KeyLock {

  /// A machine as it looks at `:now`.
  String LOOK =
      """
      select external_id, location, name, key, label_action, label_tenant, label_server,
        reservation, vcpus, memory_mib, disk_gib, image, ipv4, ipv6, networks,
        case when settles_at > :now then host_name_before else host_name end as host_name,
        case when settles_at > :now then state_before else state end as state,
        settles_at, created_at, deleted_at
      from sim_machine
      """;

  @Query(
      LOOK
          + """
          where location = :location and key = :key and (deleted_at is null or deleted_at > :now)
          """)
  List<MachineRow> ofKey(String location, String key, Instant now);

  @Query(
      LOOK
          + """
          where location = :location and external_id = :externalId
            and (deleted_at is null or deleted_at > :now)
          """)
  Optional<MachineRow> existing(String location, String externalId, Instant now);

  /// Like [#existing], and nobody else changes it until the transaction ends.
  @Query(
      LOOK
          + """
          where location = :location and external_id = :externalId
            and (deleted_at is null or deleted_at > :now)
          for update
          """)
  Optional<MachineRow> lock(String location, String externalId, Instant now);

  /// Every machine ever made, newest first.
  @Query(LOOK + "where location = :location order by created_at desc, external_id desc")
  List<MachineRow> newest(String location, Instant now);

  /// Stores a machine that is being made.
  ///
  /// @param joined codes of networks with commas between them
  @Query(
      """
      insert into sim_machine
        (external_id, location, name, key, label_action, label_tenant, label_server, reservation,
         vcpus, memory_mib, disk_gib, image, ipv4, ipv6, networks, state, state_before,
         settles_at, created_at)
      values
        (:externalId, :location, :name, :key, :action, :tenant, :server, :reservation,
         :vcpus, :memoryMib, :diskGib, :image, :ipv4, :ipv6,
         string_to_array(:joined, ','), :state, 'creating', :settlesAt, :now)
      """)
  void insert(
      String externalId,
      String location,
      String name,
      @Nullable String key,
      @Nullable String action,
      @Nullable String tenant,
      @Nullable String server,
      String reservation,
      int vcpus,
      int memoryMib,
      int diskGib,
      String image,
      @Nullable String ipv4,
      @Nullable String ipv6,
      String joined,
      String state,
      Instant settlesAt,
      Instant now);

  /// A task begins that leaves the machine in a state once it has settled.
  @Query(
      """
      update sim_machine
      set state_before = state, state = :state, host_name_before = host_name,
          settles_at = :settlesAt
      where external_id = :externalId
      """)
  void settle(String externalId, String state, Instant settlesAt);

  /// Sets what a configuration sets.
  ///
  /// @param joined codes of networks with commas between them
  @Query(
      """
      update sim_machine
      set host_name = :hostName, ipv4 = :ipv4, ipv6 = :ipv6,
          networks = string_to_array(:joined, ',')
      where external_id = :externalId
      """)
  void configure(
      String externalId,
      String hostName,
      @Nullable String ipv4,
      @Nullable String ipv6,
      String joined);

  @Query("update sim_machine set image = :image where external_id = :externalId")
  void rebuild(String externalId, String image);

  @Query(
      """
      update sim_machine
      set vcpus = :vcpus, memory_mib = :memoryMib, disk_gib = :diskGib
      where external_id = :externalId
      """)
  void resize(String externalId, int vcpus, int memoryMib, int diskGib);

  /// It failed to build.
  @Query(
      """
      update sim_machine set state = 'error', settles_at = :now where external_id = :externalId
      """)
  void wreck(String externalId, Instant now);

  @Query(
      """
      update sim_machine set deleted_at = :at
      where external_id = :externalId and deleted_at is null
      """)
  void delete(String externalId, Instant at);

  @Query(
      """
      update sim_machine
      set key = :key, label_action = :action, label_tenant = :tenant, label_server = :server
      where location = :location and external_id = :externalId
      """)
  void label(
      String location,
      String externalId,
      @Nullable String key,
      @Nullable String action,
      @Nullable String tenant,
      @Nullable String server);
}
