package dev.slipway.ui.shell.failure;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import dev.slipway.api.ApiServer;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.ui.shell.PanelTest;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.workflows.tenant.StorageUnavailableException;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class MishapsTest extends PanelTest {
  private final ApiServer.Person person = behind().tenantUser();
  private final AtomicInteger readings = new AtomicInteger();
  private final AtomicInteger mishaps = new AtomicInteger();

  @BeforeEach
  void openAPage() {
    signIn(person);
    open("servers");
    VaadinSession.getCurrent().setErrorHandler(behind().bean(Mishaps.class));
  }

  @Test
  void what_fails_on_a_page_is_said_over_it_and_the_page_stays() {
    var before = UI.getCurrent().getInternals().getActiveRouterTargetsChain();

    fail(new IllegalStateException("relation \"server\" does not exist"));

    assertThat(toast()).containsPattern("Name cor_[0-9a-f]{32} when").doesNotContain("relation");
    assertThat(UI.getCurrent().getInternals().getActiveRouterTargetsChain()).isEqualTo(before);
  }

  @Test
  void what_a_page_shows_is_read_again_once_a_part_that_was_away_may_be_back() {
    follow();

    fail(away());

    assertThat(toast()).contains("Our system is not available", "Try again in a moment");
    eventually(() -> assertThat(readings).hasPositiveValue());
  }

  @Test
  void the_same_news_is_told_once_however_often_it_comes() {
    fail(away());
    fail(away());
    assertThat(find(Notification.class).all().stream().filter(Notification::isOpened)).hasSize(1);

    fail(new IllegalStateException("something else"));
    assertThat(find(Notification.class).all().stream().filter(Notification::isOpened)).hasSize(2);
  }

  @Test
  void what_was_pushed_to_a_page_and_fails_there_is_said_on_it() {
    Live.onPage(
        UI.getCurrent(),
        () -> {
          throw away();
        });

    eventually(() -> assertThat(toast()).contains("Our system is not available"));
  }

  @Test
  void what_a_person_asked_for_wrongly_has_no_page_read_again() {
    follow();

    fail(new ProblemException(ProblemType.CONFLICT, "Somebody was quicker."));
    fail(away());

    assertThat(toasts()).anyMatch(text -> text.contains("Somebody was quicker."));
    eventually(() -> assertThat(readings).hasPositiveValue());
    assertThat(mishaps).as("only the outage is one").hasValue(1);
  }

  @Test
  void what_fails_without_a_page_is_in_the_log() {
    var logger = (Logger) LoggerFactory.getLogger(Mishaps.class);
    var log = new ListAppender<ILoggingEvent>();
    log.start();
    logger.addAppender(log);
    var here = UI.getCurrent();
    try {
      UI.setCurrent(null);
      behind().bean(Mishaps.class).error(new ErrorEvent(away()));
    } finally {
      UI.setCurrent(here);
      logger.detachAppender(log);
    }

    assertThat(log.list)
        .singleElement()
        .satisfies(line -> {
          assertThat(line.getLevel()).isEqualTo(Level.WARN);
          assertThat(line.getFormattedMessage()).endsWith("code=database_unavailable");
        });
  }

  @Test
  void a_browser_that_left_is_no_news() {
    fail(new SocketException("Broken pipe"));

    assertThat(find(Notification.class).exists()).isFalse();
  }

  private static StorageUnavailableException away() {
    return new StorageUnavailableException("reading", new IllegalStateException("away"));
  }

  private static void fail(Exception thrown) {
    behind().bean(Mishaps.class).error(new ErrorEvent(thrown));
    roundTrip();
  }

  private List<String> toasts() {
    return find(Notification.class).all().stream()
        .map(toast -> toast.getElement().getTextRecursively())
        .toList();
  }

  private String toast() {
    return only(Notification.class).getElement().getTextRecursively();
  }

  private void follow() {
    var part = new Span();
    var interest =
        new Live.Interest<>(Duration.ZERO, change -> false, readings::incrementAndGet, read -> {});
    behind().bean(Live.class).follow(part, interest);
    UI.getCurrent().add(part);
    ComponentUtil.addListener(UI.getCurrent(), Mishap.class, mishap -> mishaps.incrementAndGet());
  }
}
