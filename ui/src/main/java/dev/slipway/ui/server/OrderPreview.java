package dev.slipway.ui.server;

import com.vaadin.flow.component.Component;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.server.DryRun;
import dev.slipway.api.server.OrderRequest;
import dev.slipway.ui.shell.failure.Refusal;
import dev.slipway.ui.shell.live.Live;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Checks what is chosen while the page goes on. One check is made at a time, however quickly
/// somebody chooses, and only the answer to the last choice is shown. Used on the page's own
/// thread.
final class OrderPreview {
  /// How long an answer may take before the page says that it is late.
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Live live;
  private final Component page;
  private final Function<OrderRequest, DryRun> check;
  private final Answers answers;
  private @Nullable OrderRequest wanted;
  private boolean isAtWork;
  private int asked;

  /// What a page does with the answers.
  ///
  /// @param shown shows how the order would go
  /// @param refused says why it would not
  /// @param late says that the answer takes its time
  record Answers(Consumer<DryRun> shown, Consumer<ProblemException> refused, Runnable late) {}

  OrderPreview(Live live, Component page, Function<OrderRequest, DryRun> check, Answers answers) {
    this.live = live;
    this.page = page;
    this.check = check;
    this.answers = answers;
  }

  /// Asks how an order would go.
  void ask(OrderRequest request) {
    wanted = request;
    int mine = ++asked;
    live.later(page, PATIENCE, () -> sayLate(mine));
    if (!isAtWork) {
      begin(request);
    }
  }

  /// Asks and waits for the answer, as a page does that is being opened.
  void askAtOnce(OrderRequest request) {
    forget();
    try {
      answers.shown().accept(check.apply(request));
    } catch (RuntimeException e) {
      answers.refused().accept(Refusal.of(e));
    }
  }

  /// Leaves what was asked without an answer.
  void forget() {
    wanted = null;
  }

  private void begin(OrderRequest request) {
    isAtWork = true;
    live.apart(
        page,
        () -> check.apply(request),
        run -> end(request, () -> answers.shown().accept(run)),
        problem -> end(request, () -> answers.refused().accept(problem)));
  }

  private void end(OrderRequest request, Runnable show) {
    isAtWork = false;
    var next = wanted;
    if (request.equals(next)) {
      wanted = null;
      show.run();
    } else if (next != null) {
      begin(next);
    }
  }

  private void sayLate(int mine) {
    if (wanted != null && mine == asked) {
      answers.late().run();
    }
  }
}
