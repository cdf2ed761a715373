package dev.slipway.activities.temporal;

import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import io.temporal.client.WorkflowClient;
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
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
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
    try {
      byte[] packed = pack(client.fetchHistory(action).toJson(false));
      transactions.in(
          Scope.PLATFORM,
          () -> {
            tables.archive(action, packed, clock.instant());
            return action;
          });
    } catch (RuntimeException gone) {
      LOG.warn("Could not store a history action_id={}", action, gone);
    }
  }

  /// The history of an action, stored or still with the engine.
  Optional<String> history(String action) {
    Optional<String> packed = transactions.in(Scope.PLATFORM, () -> tables.archived(action));
    return packed.map(HistoryArchive::unpack).or(() -> live(action));
  }

  private Optional<String> live(String action) {
    try {
      return Optional.of(client.fetchHistory(action).toJson(true));
    } catch (RuntimeException gone) {
      LOG.info("The engine has no history action_id={} reason={}", action, gone.getMessage());
      return Optional.empty();
    }
  }

  private static byte[] pack(String json) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(json.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static String unpack(String packed) {
    byte[] bytes = Base64.getMimeDecoder().decode(packed);
    try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException damaged) {
      throw new UncheckedIOException("a stored history is damaged", damaged);
    }
  }
}
