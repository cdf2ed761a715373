package dev.slipway.ui.shell.live;

import static dev.slipway.activities.server.ServerFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.log.LogLines;
import dev.slipway.activities.storage.MovableClock;
import dev.slipway.workflows.tenant.StorageUnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OutagesTest {
  private final RuntimeException away =
      new StorageUnavailableException("a transaction", new IllegalStateException("away"));
  private final RuntimeException defect = new IllegalStateException("a defect");

  private final MovableClock clock = new MovableClock(NOON);
  private final Outages outages = new Outages(clock);

  @RegisterExtension final LogLines log = new LogLines(Outages.class);

  @Test
  void an_outage_is_told_when_it_begins_and_when_it_is_over_whoever_meets_it() {
    for (int page = 0; page < 100; page++) {
      outages.missed(away);
      clock.pass(Duration.ofSeconds(2));
    }
    outages.read();
    outages.read();

    assertThat(log.texts())
        .containsExactly(
            "Open pages cannot be read, and are tried again until they can"
                + " code=database_unavailable",
            "Open pages are read again after=PT3M20S");
    assertThat(log.all()).allMatch(line -> line.getThrowableProxy() == null);
  }

  @Test
  void pages_that_fail_and_work_by_turns_are_told_of_once_a_minute() {
    for (int second = 0; second < 60; second++) {
      outages.missed(away);
      outages.read();
      clock.pass(Duration.ofSeconds(1));
    }
    assertThat(log.texts()).hasSize(2);

    outages.missed(away);

    assertThat(log.texts()).hasSize(3);
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
    assertThat(log.all()).hasSize(2);
    assertThat(log.all().getLast().getThrowableProxy().getMessage()).isEqualTo("a defect");

    clock.pass(Outages.QUIET);
    outages.missed(defect);
    assertThat(log.all()).hasSize(3);
  }
}
