package dev.slipway.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.page.PageVisibility;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.signals.Signal;
import dev.slipway.workflows.action.ActionChanges.ActionChange;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One page's readings: many changes in a short time are one reading, and a failed one is repeated.
final class LiveFeed<T> {
  private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final UI ui;
  private final VaadinService service = VaadinService.getCurrent();
  private final Live.Interest<T> interest;
  private final ScheduledExecutorService timer;
  private final AtomicBoolean isDue = new AtomicBoolean();
  private volatile boolean isHidden;
  private volatile boolean isStale;

  LiveFeed(UI ui, Live.Interest<T> interest, ScheduledExecutorService timer) {
    this.ui = ui;
    this.interest = interest;
    this.timer = timer;
  }

  void changed(ActionChange change) {
    if (interest.concerns().test(change)) {
      readAfter(interest.pause());
    }
  }

  void missedSome() {
    readAfter(interest.pause());
  }

  void watchVisibility(Component page) {
    Signal.effect(page, () -> visibilityIs(ui.getPage().pageVisibilitySignal().get()));
  }

  private void visibilityIs(PageVisibility visibility) {
    isHidden = visibility == PageVisibility.HIDDEN;
    if (!isHidden && isStale) {
      readAfter(Duration.ZERO);
    }
  }

  private void readAfter(Duration pause) {
    if (isHidden) {
      isStale = true;
    } else if (!timer.isShutdown() && isDue.compareAndSet(false, true)) {
      var _ =
          timer.schedule(
              () -> Live.begin(service, this::read), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void read() {
    isDue.set(false);
    isStale = false;
    try {
      var value = Live.withTexts(ui, interest.read());
      Live.onPage(ui, () -> interest.show().accept(value));
    } catch (UIDetachedException e) {
      LOG.debug("Left a page that was closed");
    } catch (RuntimeException e) {
      LOG.warn("Reading for an open page failed and is repeated", e);
      readAfter(AFTER_FAILURE);
    }
  }
}
