package dev.slipway.ui.shell.live;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinService;
import dev.slipway.api.action.ActionService;
import dev.slipway.api.http.ProblemException;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.session.SignedOutException;
import dev.slipway.ui.shell.failure.Mishap;
import dev.slipway.ui.shell.failure.Refusal;
import dev.slipway.workflows.action.ActionChanges.ActionChange;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps open pages fresh: reads again when something changed, and hands it to the page by push.
@Singleton
public class Live {
  private static final Logger LOG = LoggerFactory.getLogger(Live.class);

  /// What a page wants to be told.
  ///
  /// @param pause the least time between two readings
  /// @param concerns whether a change is the page's business
  /// @param read reads afresh, outside the page's lock
  /// @param show shows what was read, on the page
  public record Interest<T>(
      Duration pause, Predicate<ActionChange> concerns, Supplier<T> read, Consumer<T> show) {

    /// What a page that one asks things wants to be told. An answer that comes when another
    /// question stands on the page already is not shown: its own answer was.
    ///
    /// @param question what the page asks for at present
    /// @param read answers a question afresh, outside the page's lock
    public static <Q, T> Interest<Answer<Q, T>> inAnswers(
        Duration pause, Supplier<Q> question, Function<Q, T> read, Consumer<T> show) {
      return new Interest<>(
          pause,
          change -> true,
          () -> Answer.to(question.get(), read),
          answer -> {
            if (answer.question().equals(question.get())) {
              show.accept(answer.value());
            }
          });
    }

    /// The same, until a sign-in has ended.
    Interest<T> until(BooleanSupplier isSignedOut) {
      return new Interest<>(
          pause,
          concerns,
          () -> {
            if (isSignedOut.getAsBoolean()) {
              throw new SignedOutException();
            }
            return read.get();
          },
          show);
    }
  }

  /// What was read, and what for.
  public record Answer<Q, T>(Q question, T value) {

    static <Q, T> Answer<Q, T> to(Q question, Function<Q, T> read) {
      return new Answer<>(question, read.apply(question));
    }
  }

  private final ActionService actions;
  private final SignedIn signedIn;
  private final Clock clock;
  private final Outages outages;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  Live(ActionService actions, SignedIn signedIn, Clock clock, Outages outages) {
    this.actions = actions;
    this.signedIn = signedIn;
    this.clock = clock;
    this.outages = outages;
  }

  /// The server's clock.
  public Instant now() {
    return clock.instant();
  }

  /// Keeps a component fresh from its attachment to its detachment. Nothing is read while nobody
  /// looks; a page that is looked at again is read at once.
  public <T> void follow(Component page, Interest<T> interest) {
    page.addAttachListener(attach -> begin(page, attach.getUI(), interest));
  }

  /// Like [#follow(Component, Interest)], and reads again every so often, for what changes without
  /// an action.
  public <T> void follow(Component page, Duration atLeastEvery, Interest<T> interest) {
    page.addAttachListener(attach -> {
      var feed = begin(page, attach.getUI(), interest);
      long pause = atLeastEvery.toMillis();
      var tick = timer.scheduleAtFixedRate(feed::missedSome, pause, pause, TimeUnit.MILLISECONDS);
      page.addDetachListener(detach -> {
        tick.cancel(false);
        detach.unregisterListener();
      });
    });
  }

  /// Shows a part of the frame, and keeps it fresh. What cannot be read at first is shown once it
  /// can be: a frame without it leads to every page all the same.
  public <T> void followInFrame(Component part, Interest<T> interest) {
    boolean isShown = !outages.isOn() && isShown(interest);
    part.addAttachListener(attach -> {
      var feed = begin(part, attach.getUI(), interest);
      if (!isShown) {
        feed.missedSome();
      }
    });
  }

  private <T> boolean isShown(Interest<T> interest) {
    try {
      interest.show().accept(interest.read().get());
      return true;
    } catch (RuntimeException unread) {
      outages.missed(unread);
      return false;
    }
  }

  private <T> LiveFeed<T> begin(Component page, UI ui, Interest<T> interest) {
    var feed = new LiveFeed<>(ui, interest.until(signedIn.ended()), timer, outages);
    var subscription = actions.subscribe(signedIn.caller(), feed);
    feed.watchVisibility(page);
    var mishaps = ComponentUtil.addListener(ui, Mishap.class, mishap -> feed.missedSome());
    page.addDetachListener(detach -> {
      mishaps.remove();
      subscription.close();
      feed.end();
      detach.unregisterListener();
    });
    return feed;
  }

  /// Does something that may take long without keeping the page waiting, then shows the outcome on
  /// the page, if it is still there.
  public <T> void apart(
      Component at, Supplier<T> work, Consumer<T> done, Consumer<ProblemException> refused) {
    var ui = at.getUI().orElseGet(UI::getCurrent);
    Thread.startVirtualThread(() -> {
      try {
        var outcome = withTexts(ui, work);
        onPage(ui, () -> done.accept(outcome));
      } catch (UIDetachedException e) {
        LOG.debug("Left a page that was closed");
      } catch (RuntimeException e) {
        LOG.debug("Work for a page was refused", e);
        onPage(ui, () -> refused.accept(Refusal.of(e)));
      }
    });
  }

  /// Does something on a page after a while, if the page is still open.
  public void later(Component at, Duration pause, Command shown) {
    var ui = at.getUI().orElseGet(UI::getCurrent);
    var service = VaadinService.getCurrent();
    Runnable show =
        () -> {
          try {
            onPage(ui, shown);
          } catch (UIDetachedException e) {
            LOG.debug("Left a page that was closed");
          }
        };
    if (!timer.isShutdown()) {
      var _ = timer.schedule(() -> begin(service, show), pause.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /// Does work for a page on another thread, with the page's texts at hand.
  static <T> T withTexts(UI ui, Supplier<T> work) {
    var session = ui.getSession();
    if (session == null) {
      throw new UIDetachedException();
    }
    VaadinService.setCurrent(session.getService());
    try {
      return work.get();
    } finally {
      VaadinService.setCurrent(null);
    }
  }

  /// Runs work beside the pages, which may use the panel's words all the same.
  public static void begin(VaadinService service, Runnable work) {
    Thread.startVirtualThread(() -> {
      VaadinService.setCurrent(service);
      work.run();
    });
  }

  /// Runs on a page that may be closed; what fails there is told on the page.
  public static void onPage(UI ui, Command shown) {
    var _ =
        ui.access(() -> {
          try {
            shown.execute();
          } catch (RuntimeException e) {
            ui.getSession().getErrorHandler().error(new ErrorEvent(e));
          }
        });
  }

  @PreDestroy
  void close() {
    timer.shutdownNow();
  }
}
