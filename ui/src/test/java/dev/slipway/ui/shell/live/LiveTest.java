package dev.slipway.ui.shell.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import dev.slipway.api.ApiServer;
import dev.slipway.ui.shell.PanelTest;
import dev.slipway.workflows.tenant.StorageUnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LiveTest extends PanelTest {

  private final ApiServer.Person person = behind().tenantUser();
  private final AtomicBoolean isAway = new AtomicBoolean(true);

  @Test
  void a_page_says_since_when_it_is_old_until_it_is_read_anew() {
    signIn(person);
    open("actions");
    add(reading());

    order(person);
    eventually(() -> assertThat(only(Freshness.class).getChildren()).hasSize(1));
    isAway.set(false);
    eventually(() -> assertThat(only(Freshness.class).getChildren()).isEmpty());
  }

  @Test
  void a_part_that_was_left_is_not_missed() {
    signIn(person);
    open("actions");
    var part = reading();
    add(part);

    order(person);
    eventually(() -> assertThat(only(Freshness.class).getChildren()).hasSize(1));
    part.removeFromParent();
    assertThat(only(Freshness.class).getChildren()).isEmpty();
  }

  @Test
  void an_answer_that_comes_after_another_question_is_not_shown() {
    signIn(person);
    open("actions");
    var part = new Span();
    var question = new AtomicReference<>("first");
    var reading = new CountDownLatch(1);
    var asked = new CountDownLatch(1);
    Live.Interest<Live.Answer<String, String>> interest =
        Live.Interest.inAnswers(
            Duration.ZERO,
            question::get,
            put -> {
              reading.countDown();
              await(asked);
              return "answer to " + put;
            },
            answer -> part.setText(part.getText() + answer));
    behind().bean(Live.class).follow(part, interest);
    add(part);

    order(person);
    await(reading);
    question.set("second");
    asked.countDown();

    order(person);
    eventually(() -> assertThat(part.getText()).startsWith("answer to second"));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static void add(Span part) {
    UI.getCurrent().add(part);
  }

  /// A part of the page whose reading fails for now.
  private Span reading() {
    var part = new Span();
    behind()
        .bean(Live.class)
        .follow(
            part, new Live.Interest<>(Duration.ZERO, change -> true, this::read, part::setText));
    return part;
  }

  private String read() {
    if (isAway.get()) {
      throw new StorageUnavailableException("reading", new IllegalStateException("away"));
    }
    return "read";
  }
}
