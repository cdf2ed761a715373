package dev.slipway.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import dev.slipway.api.ApiServer;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.api.server.DryRun;
import dev.slipway.api.server.OrderRequest;
import dev.slipway.api.server.ServerService;
import dev.slipway.ui.shell.PanelTest;
import dev.slipway.ui.shell.live.Live;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderPreviewTest extends PanelTest {
  private final ApiServer.Person person = behind().tenantUser();
  private final Semaphore mayAnswer = new Semaphore(0);
  private final List<String> checked = new CopyOnWriteArrayList<>();
  private final List<String> shown = new ArrayList<>();
  private final List<DryRun> runs = new ArrayList<>();
  private OrderPreview preview;

  @BeforeEach
  void openAPage() {
    signIn(person);
    open("servers");
    var answers =
        new OrderPreview.Answers(
            runs::add, problem -> shown.add(problem.detail()), () -> shown.add("late"));
    preview = new OrderPreview(behind().bean(Live.class), UI.getCurrent(), this::check, answers);
  }

  private DryRun check(OrderRequest request) {
    var name = String.valueOf(request.name());
    checked.add(name);
    mayAnswer.acquireUninterruptibly();
    if (name.startsWith("bad")) {
      throw new ProblemException(ProblemType.CONFLICT, "no " + name);
    }
    return behind().bean(ServerService.class).preview(callerOf(person), request);
  }

  private static OrderRequest named(String name) {
    return OrderRequest.of(name, "s-1", "debian-13", "sim-1");
  }

  @Test
  void one_check_is_made_at_a_time_and_only_the_last_choice_is_answered() {
    preview.ask(named("bad-first"));
    preview.ask(named("bad-second"));
    preview.ask(named("bad-third"));
    eventually(() -> assertThat(checked).containsExactly("bad-first"));

    mayAnswer.release(3);

    eventually(() -> assertThat(shown).containsExactly("no bad-third"));
    assertThat(checked).containsExactly("bad-first", "bad-third");
  }

  @Test
  void how_an_order_would_go_is_shown() {
    mayAnswer.release();

    preview.ask(named("good"));

    eventually(() -> assertThat(runs).hasSize(1));
    assertThat(shown).isEmpty();
  }

  @Test
  void what_is_forgotten_is_answered_by_nobody() {
    preview.ask(named("bad-forgotten"));
    eventually(() -> assertThat(checked).hasSize(1));

    preview.forget();
    mayAnswer.release(2);
    preview.ask(named("bad-next"));

    eventually(() -> assertThat(shown).containsExactly("no bad-next"));
  }

  @Test
  void an_answer_that_takes_long_is_said_to_be_late_and_shown_all_the_same() {
    preview.ask(named("bad-slow"));

    eventually(() -> assertThat(shown).containsExactly("late"));
    mayAnswer.release();

    eventually(() -> assertThat(shown).containsExactly("late", "no bad-slow"));
  }

  @Test
  void an_answer_that_came_in_time_is_never_late() {
    mayAnswer.release(2);
    preview.ask(named("bad-quick"));
    eventually(() -> assertThat(shown).containsExactly("no bad-quick"));
    var waited = new ArrayList<Boolean>();

    behind()
        .bean(Live.class)
        .later(
            UI.getCurrent(),
            OrderPreview.PATIENCE.plus(Duration.ofMillis(200)),
            () -> waited.add(true));

    eventually(() -> assertThat(waited).hasSize(1));
    assertThat(shown).containsExactly("no bad-quick");
  }

  @Test
  void a_page_that_is_being_opened_waits_for_the_answer() {
    mayAnswer.release(2);

    preview.askAtOnce(named("good"));
    preview.askAtOnce(named("bad"));

    assertThat(runs).hasSize(1);
    assertThat(shown).containsExactly("no bad");
  }
}
