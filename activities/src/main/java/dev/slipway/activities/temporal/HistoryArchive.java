package dev.slipway.activities.temporal;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import io.temporal.api.history.v1.History;
import io.temporal.client.WorkflowClient;
import io.temporal.common.WorkflowExecutionHistory;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final WorkflowClient client;
  private final Transactions transactions;
  private final EngineTables tables;
  private final Clock clock;

  HistoryArchive(
      WorkflowClient client, Transactions transactions, EngineTables tables, Clock clock) {
    this.client = client;
    this.transactions = transactions;
    this.tables = tables;
    this.clock = clock;
  }

  /// Stores what ended since the last sweep.
  void sweep() {
    Instant now = clock.instant();
    transactions
        .in(Scope.PLATFORM, () -> tables.unarchived(now.minus(SETTLE), now.minus(RETENTION), BATCH))
        .forEach(this::store);
  }

  private void store(String action) {
    Map<String, byte[]> packed = new LinkedHashMap<>();
    for (String run : runs(action)) {
      fetch(action, run)
          .ifPresent(history -> packed.put(run, pack(history.getHistory().toByteArray())));
    }
    transactions.in(
        Scope.PLATFORM,
        () -> {
          packed.forEach((run, history) -> tables.archive(action, run, history, clock.instant()));
          return action;
        });
  }

  private List<String> runs(String action) {
    return transactions.in(Scope.PLATFORM, () -> tables.runs(action));
  }

  /// The history of one of an action's runs, stored or still with the engine.
  ///
  /// @param ordinal the run, from 1, or 0 for the last
  /// @return empty where there is no such run, or nobody has its history any more
  Optional<String> history(String action, int ordinal) {
    List<String> runs = runs(action);
    if (ordinal > runs.size()) {
      return Optional.empty();
    }
    if (runs.isEmpty()) {
      return fetch(action, null).map(history -> history.toJson(true));
    }
    String run = ordinal == 0 ? runs.getLast() : runs.get(ordinal - 1);
    Optional<String> packed = transactions.in(Scope.PLATFORM, () -> tables.archived(action, run));
    return packed
        .map(stored -> json(action, unpack(stored)))
        .or(() -> fetch(action, run).map(history -> history.toJson(true)));
  }

  private Optional<WorkflowExecutionHistory> fetch(String action, @Nullable String run) {
    try {
      return Optional.of(client.fetchHistory(action, run));
    } catch (RuntimeException gone) {
      LOG.warn("The engine has no history action_id={} run_id={}", action, run, gone);
      return Optional.empty();
    }
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
