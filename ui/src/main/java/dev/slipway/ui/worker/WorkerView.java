package dev.slipway.ui.worker;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.slipway.api.engine.EngineService;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.PageLimits;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.Crumb;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.Needs;
import dev.slipway.ui.shell.Page;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.ui.shell.part.Block;
import dev.slipway.ui.shell.part.Note;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.tenant.Permission;
import dev.slipway.workflows.worker.WorkerRecord;
import io.micronaut.context.annotation.Prototype;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Who works, on what, and what there is to do. Workers tell of themselves without any action, so
/// it looks again by itself.
@Prototype
@Route(value = WorkerNavigation.LIST, layout = MainLayout.class)
@Needs(Permission.ENGINE_VIEW)
final class WorkerView extends Page implements BeforeEnterObserver {
  private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);
  private static final Duration AT_LEAST_EVERY = Duration.ofSeconds(5);

  private final Caller caller;
  private final EngineService engine;
  private final PageLimits limits;
  private final Live live;
  private final Span count = new Span();
  private final Note nobody = new Note(Tone.PARKED, text("workers.nobody"));
  private final WorkerList workers;
  private final QueueList queues = new QueueList();
  private WorkerReading shown = new WorkerReading(List.of(), List.of(), Instant.EPOCH);

  WorkerView(SignedIn signedIn, EngineService engine, PageLimits limits, Live live) {
    this.caller = signedIn.caller();
    this.engine = engine;
    this.limits = limits;
    this.live = live;
    this.workers = new WorkerList(signedIn.may(Permission.ENGINE_MANAGE), this::ask);
    add(
        heading(text("workers.title"), text("workers.about")),
        nobody,
        workers.framed(count),
        Block.titled(text("queues.title"), queues));
    live.follow(
        this,
        AT_LEAST_EVERY,
        new Live.Interest<>(AT_MOST_EVERY, change -> true, this::read, this::show));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show(read());
  }

  private WorkerReading read() {
    return new WorkerReading(engine.workers(caller), engine.queues(caller), live.now());
  }

  private void show(WorkerReading reading) {
    shown = reading;
    nobody.setVisible(reading.isNobodyOnline());
    count.setText(text("workers.count", reading.workers().size()));
    workers.show(reading);
    queues.show(reading);
  }

  private void ask(WorkerRecord worker) {
    new DrainDialog(
            worker,
            shown.isLastOnline(worker),
            () -> {
              limits.change(caller);
              engine.drain(caller, worker.id());
              show(read());
            })
        .open();
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(Crumb.here(text("workers.title")));
  }
}
