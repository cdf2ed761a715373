package dev.slipway.ui.shell;

import static dev.slipway.activities.server.ServerFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.slipway.activities.storage.MovableClock;
import dev.slipway.workflows.tenant.StorageUnavailableException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class OutagesTest {
  private final RuntimeException away =
      new StorageUnavailableException("a transaction", new IllegalStateException("away"));
  private final RuntimeException defect = new IllegalStateException("a defect");

  private final Logger logger = (Logger) LoggerFactory.getLogger(Outages.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final MovableClock clock = new MovableClock(NOON);
  private final Outages outages = new Outages(clock);

  @BeforeEach
  void listen() {
    log.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  @Test
  void an_outage_is_told_when_it_begins_and_when_it_is_over_whoever_meets_it() {
    for (int page = 0; page < 100; page++) {
      outages.missed(away);
      clock.pass(Duration.ofSeconds(2));
    }
    outages.read();
    outages.read();

    assertThat(lines())
        .containsExactly(
            "Open pages cannot be read, and are tried again until they can"
                + " code=database_unavailable",
            "Open pages are read again after=PT3M20S");
    assertThat(log.list).allMatch(line -> line.getThrowableProxy() == null);
  }

  @Test
  void pages_that_fail_and_work_by_turns_are_told_of_once_a_minute() {
    for (int second = 0; second < 60; second++) {
      outages.missed(away);
      outages.read();
      clock.pass(Duration.ofSeconds(1));
    }
    assertThat(lines()).hasSize(2);

    outages.missed(away);

    assertThat(lines()).hasSize(3);
  }

  @Test
  void whether_there_is_one_is_known_from_what_was_asked_for_last() {
    assertThat(outages.isOn()).isFalse();
    outages.missed(away);
    outages.read();
    outages.missed(away);
    assertThat(outages.isOn()).as("also where the log is not told again").isTrue();

    outages.missed(defect);
    assertThat(outages.isOn()).isTrue();

    outages.read();
    assertThat(outages.isOn()).isFalse();
  }

  @Test
  void a_defect_is_told_with_its_trace_once_a_minute_in_an_outage_too() {
    outages.missed(away);

    outages.missed(defect);
    outages.missed(defect);
    assertThat(log.list).hasSize(2);
    assertThat(log.list.getLast().getThrowableProxy().getMessage()).isEqualTo("a defect");

    clock.pass(Outages.QUIET);
    outages.missed(defect);
    assertThat(log.list).hasSize(3);
  }

  private List<String> lines() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}
