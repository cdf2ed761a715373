package dev.slipway.ui.shell.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.page.PageVisibility;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.signals.Signal;
import dev.slipway.ui.session.SignedOutException;
import dev.slipway.workflows.action.ActionChanges;
import dev.slipway.workflows.action.ActionChanges.ActionChange;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One page's readings: many changes in a short time are one reading, and a failed one is repeated.
final class LiveFeed<T> implements ActionChanges.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

  private final UI ui;
  private final VaadinService service = VaadinService.getCurrent();
  private final Live.Interest<T> interest;
  private final ScheduledExecutorService timer;
  private final Outages outages;
  private final AtomicBoolean isDue = new AtomicBoolean();
  private volatile boolean isHidden;
  private volatile boolean isStale;
  private volatile @Nullable Instant failingSince;

  LiveFeed(UI ui, Live.Interest<T> interest, ScheduledExecutorService timer, Outages outages) {
    this.ui = ui;
    this.interest = interest;
    this.timer = timer;
    this.outages = outages;
  }

  @Override
  public void changed(ActionChange change) {
    if (interest.concerns().test(change)) {
      readAfter(interest.pause());
    }
  }

  @Override
  public void missedSome() {
    readAfter(interest.pause());
  }

  @Override
  public void lost() {
    readAfter(interest.pause());
  }

  /// The page is left.
  void end() {
    Freshness.of(ui).ifPresent(freshness -> freshness.know(this));
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
      outages.read();
      succeeded();
      Live.onPage(ui, () -> interest.show().accept(value));
    } catch (UIDetachedException e) {
      LOG.debug("Left a page that was closed");
    } catch (SignedOutException e) {
      Live.onPage(ui, () -> ui.getPage().reload());
    } catch (RuntimeException e) {
      failed(outages.missed(e));
      readAfter(AFTER_FAILURE);
    }
  }

  private void failed(Instant since) {
    if (failingSince == null) {
      failingSince = since;
      Live.onPage(ui, () -> Freshness.of(ui).ifPresent(freshness -> freshness.miss(this, since)));
    }
  }

  private void succeeded() {
    if (failingSince != null) {
      failingSince = null;
      Live.onPage(ui, this::end);
    }
  }
}
