package dev.slipway.activities.temporal;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.slipway.activities.temporal.EngineTables.KeptRow;
import dev.slipway.workflows.action.EngineUnavailableException;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.errordetails.v1.NamespaceNotFoundFailure;
import io.temporal.api.history.v1.History;
import io.temporal.client.WorkflowClient;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.serviceclient.StatusUtils;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps histories of ended actions, compressed: the engine forgets them after its retention time.
@Singleton
class HistoryArchive {

  private static final Logger LOG = LoggerFactory.getLogger(HistoryArchive.class);
  private static final Duration SETTLE = Duration.ofSeconds(3);
  private static final Duration RETENTION = Duration.ofDays(3);
  private static final int BATCH = 50;

  /// What could not be read is asked for again after this.
  private static final Duration PATIENCE = Duration.ofHours(1);

  /// What every other history would be answered with too; `NOT_FOUND` is said of a namespace here.
  private static final Set<Status.Code> AWAY =
      EnumSet.of(
          Status.Code.UNAVAILABLE,
          Status.Code.DEADLINE_EXCEEDED,
          Status.Code.CANCELLED,
          Status.Code.NOT_FOUND,
          Status.Code.PERMISSION_DENIED,
          Status.Code.UNAUTHENTICATED);

  private final WorkflowClient client;
  private final Transactions transactions;
  private final EngineTables tables;
  private final Clock clock;
  private final Map<String, Instant> unreadable = new HashMap<>();

  HistoryArchive(
      WorkflowClient client, Transactions transactions, EngineTables tables, Clock clock) {
    this.client = client;
    this.transactions = transactions;
    this.tables = tables;
    this.clock = clock;
  }

  /// Stores what ended since the last sweep, or that it is lost. Ends early while the engine does
  /// not answer: the next sweep asks again. One sweep runs at a time.
  void sweep() {
    Instant now = clock.instant();
    unreadable.values().removeIf(asked -> asked.plus(PATIENCE).isBefore(now));
    for (String action : due(now)) {
      try {
        store(action);
      } catch (EngineUnavailableException failure) {
        Status.Code code = Status.fromThrowable(failure).getCode();
        if (AWAY.contains(code)) {
          LOG.warn("A sweep stopped, Temporal does not answer sweep=archive code={}", code);
          return;
        }
        unreadable.put(action, now);
        LOG.warn("A history cannot be read action_id={} code={}", action, code);
      }
    }
  }

  private List<String> due(Instant now) {
    int most = BATCH + unreadable.size();
    List<String> ended =
        transactions.in(
            Scope.PLATFORM, () -> tables.unarchived(now.minus(SETTLE), now.minus(RETENTION), most));
    return ended.stream().filter(action -> !unreadable.containsKey(action)).toList();
  }

  private void store(String action) {
    Map<String, Optional<byte[]>> packed = new LinkedHashMap<>();
    for (String run : runs(action)) {
      packed.put(run, fetch(action, run).map(history -> pack(history.getHistory().toByteArray())));
    }
    transactions.in(
        Scope.PLATFORM,
        () -> {
          packed.forEach((run, history) -> keep(action, run, history));
          return action;
        });
  }

  private void keep(String action, String run, Optional<byte[]> history) {
    Instant now = clock.instant();
    history.ifPresentOrElse(
        bytes -> tables.archive(action, run, bytes, now),
        () -> {
          LOG.warn("The engine lost a history action_id={} run_id={}", action, run);
          tables.lost(action, run, now);
        });
  }

  private List<String> runs(String action) {
    return transactions.in(Scope.PLATFORM, () -> tables.runs(action));
  }

  /// The history of one of an action's runs, stored or still with the engine.
  ///
  /// @param ordinal the run, from 1, or 0 for the last
  /// @return empty where there is no such run, or nobody has its history any more
  /// @throws EngineUnavailableException when it is not stored and the engine does not answer
  Optional<String> history(String action, int ordinal) {
    List<String> runs = runs(action);
    if (ordinal > runs.size()) {
      return Optional.empty();
    }
    if (runs.isEmpty()) {
      return fetch(action, null).map(history -> history.toJson(true));
    }
    String run = ordinal == 0 ? runs.getLast() : runs.get(ordinal - 1);
    Optional<KeptRow> kept = transactions.in(Scope.PLATFORM, () -> tables.archived(action, run));
    return kept.isPresent()
        ? kept.flatMap(row -> Optional.ofNullable(row.history()))
            .map(packed -> json(action, unpack(packed)))
        : fetch(action, run).map(history -> history.toJson(true));
  }

  /// Empty when the engine does not know the run.
  private Optional<WorkflowExecutionHistory> fetch(String action, @Nullable String run) {
    try {
      return Optional.of(client.fetchHistory(action, run));
    } catch (RuntimeException failure) {
      if (isForgotten(failure)) {
        return Optional.empty();
      }
      throw new EngineUnavailableException("reading the history of " + action, failure);
    }
  }

  /// Whether the engine answered that it does not know the run; one that does not know the whole
  /// namespace is not ready, or another.
  static boolean isForgotten(RuntimeException failure) {
    return failure instanceof StatusRuntimeException answer
        && answer.getStatus().getCode() == Status.Code.NOT_FOUND
        && !StatusUtils.hasFailure(answer, NamespaceNotFoundFailure.class);
  }

  /// A history stored long ago is JSON already.
  private static String json(String action, byte[] history) {
    if (history.length > 0 && history[0] == '{') {
      return new String(history, StandardCharsets.UTF_8);
    }
    try {
      return new WorkflowExecutionHistory(History.parseFrom(history), action).toJson(true);
    } catch (InvalidProtocolBufferException damaged) {
      throw new UncheckedIOException("a stored history is damaged", damaged);
    }
  }

  private static byte[] pack(byte[] history) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(history);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] unpack(String packed) {
    byte[] bytes = Base64.getMimeDecoder().decode(packed);
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return gzip.readAllBytes();
    } catch (IOException damaged) {
      throw new UncheckedIOException("a stored history is damaged", damaged);
    }
  }
}
