package dev.slipway.ui.worker;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.slipway.ui.shell.part.Block;
import dev.slipway.ui.shell.part.Elapsed;
import dev.slipway.ui.shell.part.EmptyState;
import dev.slipway.ui.shell.part.Seen;
import dev.slipway.ui.shell.part.StatusLabel;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.worker.WorkerRecord;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The processes that run workflows and activities.
final class WorkerList extends UnorderedList {
  private final boolean mayDrain;
  private final Consumer<WorkerRecord> drain;
  private final Seen rows = new Seen();
  private final Map<String, Span> lastSeen = new HashMap<>();

  WorkerList(boolean mayDrain, Consumer<WorkerRecord> drain) {
    this.mayDrain = mayDrain;
    this.drain = drain;
    addClassName("sw-workers");
  }

  void show(WorkerReading reading) {
    if (rows.isNew(reading.workers().stream().map(WorkerList::row).toList())) {
      removeAll();
      lastSeen.clear();
      if (reading.workers().isEmpty()) {
        add(new ListItem(nobody()));
      }
      reading.workers().forEach(worker -> add(item(worker)));
    }
    reading.workers().forEach(worker -> showSeen(worker, reading.readAt()));
  }

  private static EmptyState nobody() {
    return new EmptyState("hammer", text("workers.none"), text("workers.none.text"))
        .toned("parked");
  }

  /// What of a worker does not change with every heartbeat.
  private static List<Object> row(WorkerRecord worker) {
    return List.of(worker.id(), worker.build(), worker.queues(), worker.status());
  }

  private void showSeen(WorkerRecord worker, Instant now) {
    var seen = lastSeen.get(worker.id());
    if (seen != null) {
      seen.removeAll();
      seen.add(new Span(text("workers.seen") + " "), Elapsed.since(worker.lastSeenAt(), now));
    }
  }

  private ListItem item(WorkerRecord worker) {
    var id = new Span(worker.id());
    id.addClassNames("sw-mono", "sw-ellipsis", "sw-grow");
    id.setTitle(worker.id());
    var build = new Span(text("workers.build", worker.build()));
    build.addClassName("sw-meta");
    var queues = new Span(String.join(", ", worker.queues()));
    queues.addClassNames("sw-mono", "sw-quiet");
    var seen = new Span();
    seen.addClassNames("sw-meta", "sw-worker-seen");
    lastSeen.put(worker.id(), seen);
    var state = new StatusLabel(tone(worker), text("workers.state." + worker.status().code()));
    state.addClassName("sw-worker-state");
    var item = new ListItem(state, id, queues, build, seen);
    if (mayDrain) {
      item.add(button(worker));
    }
    return item;
  }

  /// A worker that cannot be drained keeps the button, and says why.
  private Button button(WorkerRecord worker) {
    var button = new Button(text("workers.drain"), click -> drain.accept(worker));
    button.addThemeVariants(ButtonVariant.SMALL);
    button.setAriaLabel(text("workers.drain.this", worker.id()));
    button.setEnabled(worker.isOnline());
    if (!worker.isOnline()) {
      button.setTooltipText(text("workers.drain.not." + worker.status().code()));
    }
    return button;
  }

  static Tone tone(WorkerRecord worker) {
    return switch (worker.status()) {
      case ONLINE -> Tone.OK;
      case DRAINING -> Tone.WAITING;
      case OFFLINE -> Tone.OFF;
    };
  }

  Block framed(Span count) {
    return Block.titled(text("workers.processes"), this).withEnd(count);
  }
}
