package dev.slipway.ui.engine;

import static dev.slipway.ui.shell.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.slipway.ui.shell.Elapsed;
import dev.slipway.ui.shell.StatusLabel;
import dev.slipway.ui.shell.Tone;
import dev.slipway.workflows.worker.WorkerRecord;
import java.time.Instant;

/// The processes that run workflows and activities.
final class WorkerList extends Section {

  WorkerList(EngineReading reading) {
    addClassName("sw-panel");
    var count = new Span(text("workers.count", reading.workers().size()));
    count.addClassNames("sw-end", "sw-meta");
    var head = new Div(new H2(text("workers.title")), count);
    head.addClassName("sw-panel-head");
    var list = new UnorderedList();
    list.addClassName("sw-workers");
    if (reading.workers().isEmpty()) {
      boolean isPolled = reading.status().hasPollers();
      list.add(new ListItem(text(isPolled ? "workers.none.polled" : "workers.none")));
    }
    reading.workers().forEach(worker -> list.add(item(worker, reading.readAt())));
    add(head, list);
  }

  private static ListItem item(WorkerRecord worker, Instant now) {
    var id = new Span(worker.id());
    id.addClassNames("sw-mono", "sw-ellipsis", "sw-grow");
    var build = new Span(text("workers.build", worker.build()));
    build.addClassName("sw-meta");
    var queues = new Span(String.join(", ", worker.queues()));
    queues.addClassNames("sw-mono", "sw-quiet");
    var seen =
        new Span(new Span(text("workers.seen") + " "), Elapsed.since(worker.lastSeenAt(), now));
    seen.addClassName("sw-meta");
    return new ListItem(
        new StatusLabel(tone(worker), text("workers.state." + worker.status())),
        id,
        queues,
        build,
        seen);
  }

  private static Tone tone(WorkerRecord worker) {
    return switch (worker.status()) {
      case "online" -> Tone.OK;
      case "draining" -> Tone.WAITING;
      default -> Tone.OFF;
    };
  }
}
