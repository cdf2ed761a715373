package dev.slipway.activities.temporal;

import dev.slipway.activities.action.EngineParking;
import dev.slipway.workflows.action.Phase;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the starter, the watchdog and the archive read and write of actions.
@JdbcRepository(dialect = Dialect.POSTGRES)
interface EngineTables extends GenericRepository<EngineTables.EngineRow, String> {

  /// Unfinished actions that had a run; those about to be started again are left out.
  String WATCHED =
      """
      select id, version, parking_number,
        case when parking_since is null then null else parking_cause end as parking_cause, phase,
        exists (select from action_step s where s.action_id = action.id and s.status = 'parked')
          as is_step_parked
      from action
      where finished_at is null and run_id is not null and restart_requested_at is null
      """;

  /// The root of the repository; never read as a whole.
  @MappedEntity("action")
  record EngineRow(@Id String id) {}

  /// An action with what its workflow needs.
  @Introspected
  record StartRow(
      String id,
      String tenantId,
      String type,
      String resourceId,
      String name,
      String orderJson,
      int runOrdinal,
      int parkingNumber,
      boolean isAborting) {}

  /// A parking that waits for its decision.
  @Introspected
  record ParkedRow(String step, String phase, String cause, String message, Instant since) {}

  /// What a step left.
  @Introspected
  record StepRow(
      String step,
      String status,
      int generation,
      @Nullable Integer generationDue,
      @Nullable String inputs,
      @Nullable String edited,
      @Nullable String editsDue,
      @Nullable String adopting) {

    /// Whether an earlier step brings something else since: it runs anew, and what it made before
    /// is undone first.
    boolean isOvertaken() {
      return generationDue != null && generationDue > generation;
    }

    /// Whether its next generation is due: it was overtaken, or its inputs are to be changed and
    /// what the present ones made was left.
    boolean isNextDue() {
      return isOvertaken() || (status.equals("residual") && editsDue != null);
    }

    /// Whether it began and was not undone.
    boolean isUndoDue() {
      return inputs != null && !status.equals("undone") && !status.equals("residual");
    }

    /// What it was about to adopt, null when that ended or there is nothing.
    @Nullable String adoptionDue() {
      return status.equals("running") || status.equals("waiting") ? adopting : null;
    }
  }

  /// An action whose run is to be looked at.
  ///
  /// @param isStepParked whether a step waits for a person, whatever the action's own parking says
  @Introspected
  record WatchRow(
      String id,
      long version,
      int parkingNumber,
      @Nullable String parkingCause,
      String phase,
      boolean isStepParked) {

    EngineParking.Seen seen() {
      Phase at = phase.equals(Phase.UNDO.code()) ? Phase.UNDO : Phase.FORWARD;
      return new EngineParking.Seen(id, version, parkingNumber, at);
    }
  }

  /// What was kept of a run.
  ///
  /// @param history in base64, null when the engine had lost it
  @Introspected
  record KeptRow(@Nullable String history) {}

  /// An abort that was asked for.
  ///
  /// @param actor who asked
  @Introspected
  record AbortRow(String id, String actor, String reason) {}

  /// An unfinished action that may start now: none holds its lane against it, and its time has come
  /// unless it had a run already.
  @Query(
      """
      select a.id, a.tenant_id, a.type, a.resource_id, coalesce(s.name, a.resource_id) as name,
        cast(a.order_json as text) as order_json, a.run_ordinal, a.parking_number,
        a.abort_requested_at is not null as is_aborting
      from action a left join server s on s.id = a.resource_id
      where a.id = :action and a.finished_at is null
        and (a.run_id is not null or a.not_before is null or a.not_before <= :now)
        and not exists (select from lane l where l.action_id = a.id and not l.holds)
      """)
  Optional<StartRow> find(String action, Instant now);

  @Query(
      """
      select step, status, generation, generation_due, cast(inputs as text) as inputs,
        cast(edited as text) as edited, cast(edits_due as text) as edits_due, adopting
      from action_step where action_id = :action order by position
      """)
  List<StepRow> steps(String action);

  /// The parking of a step, or of its undo, that a new run takes over: nobody has answered it, not
  /// even by an abort.
  @Query(
      """
      select parking_step as step, parking_phase as phase, parking_cause as cause,
        coalesce(error_message, '') as message, parking_since as since
      from action
      where id = :action and parking_since is not null
        and parking_cause not in ('engine_closed', 'engine_stuck')
        and (abort_requested_at is null or phase = 'undo')
      """)
  Optional<ParkedRow> parked(String action);

  /// Queued actions that hold their lanes and are due, oldest first.
  @Query(
      """
      select id from action a
      where finished_at is null and run_id is null and (not_before is null or not_before <= :now)
        and not exists (select from lane l where l.action_id = a.id and not l.holds)
      order by created_at, id limit :most
      """)
  List<String> due(Instant now, int most);

  /// Actions that a decision wants started again, oldest decision first.
  @Query(
      """
      select id from action
      where finished_at is null and restart_requested_at is not null
      order by restart_requested_at, id limit :most
      """)
  List<String> reopened(int most);

  /// An action that is to be started again.
  @Query(
      """
      select id from action
      where id = :action and finished_at is null and restart_requested_at is not null
      """)
  Optional<String> reopened(String action);

  @Query(
      """
      update action set restart_requested_at = :now, version = version + 1 where id = :action
      """)
  void restarting(String action, Instant now);

  @Query("update action set restart_requested_at = null where id = :action")
  void restarted(String action);

  /// Those to be watched that had no write since a time, longest silent first.
  @Query(WATCHED + " and written_at <= :before order by written_at, id limit :most")
  List<WatchRow> silent(Instant before, int most);

  /// One of those to be watched.
  @Query(WATCHED + " and id = :action")
  List<WatchRow> unfinished(String action);

  /// Aborts that were asked for and not begun, oldest first. Where the inputs of a step were being
  /// changed meanwhile, its undo looked like the beginning, but the step goes on.
  @Query(
      """
      select id, coalesce(abort_actor, '') as actor, coalesce(abort_reason, '') as reason
      from action
      where finished_at is null and run_id is not null and abort_requested_at <= :before
        and (phase = 'forward'
             or exists (select from action_step s
                        where s.action_id = action.id and s.undo_status is null
                          and s.status in ('running', 'waiting', 'parked')))
      order by abort_requested_at, id limit :most
      """)
  List<AbortRow> unheardAborts(Instant before, int most);

  @Query("update action set written_at = :now where id = :action")
  void looked(String action, Instant now);

  /// Ended actions whose history was neither kept nor found lost, oldest end first.
  @Query(
      """
      select id from action
      where finished_at is not null and finished_at <= :before and finished_at > :since
        and run_id is not null
        and not exists (select from action_history h where h.action_id = action.id)
      order by finished_at, id limit :most
      """)
  List<String> unarchived(Instant before, Instant since, int most);

  @Query(
      """
      insert into action_history (action_id, run_id, tenant_id, stored_at, history)
      select id, :run, tenant_id, :now, :history from action where id = :action
      on conflict (action_id, run_id) do nothing
      """)
  void archive(String action, String run, byte[] history, Instant now);

  /// Marks a history that the engine does not have: nobody asks for it again.
  @Query(
      """
      insert into action_history (action_id, run_id, tenant_id, stored_at)
      select id, :run, tenant_id, :now from action where id = :action
      on conflict (action_id, run_id) do nothing
      """)
  void lost(String action, String run, Instant now);

  /// The runs of an action, in the order in which they were first seen.
  @Query("select run_id from action_run where action_id = :action order by ordinal")
  List<String> runs(String action);

  /// In base64: bytes alone would be taken for one byte. A history stored before runs were told
  /// apart is the last run's.
  @Query(
      """
      select encode(history, 'base64') as history from action_history
      where action_id = :action and run_id in (:run, '') order by run_id desc limit 1
      """)
  Optional<KeptRow> archived(String action, String run);
}
