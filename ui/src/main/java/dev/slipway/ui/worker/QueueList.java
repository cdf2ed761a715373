package dev.slipway.ui.worker;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.slipway.ui.shell.part.Elapsed;
import dev.slipway.ui.shell.part.StatusLabel;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.worker.QueueRecord;
import java.time.Instant;

/// What each task queue has to do.
final class QueueList extends UnorderedList {

  QueueList() {
    addClassNames("sw-workers", "sw-queues");
  }

  void show(WorkerReading reading) {
    removeAll();
    if (reading.queues().isEmpty()) {
      add(new ListItem(text("queues.none")));
    }
    reading.queues().forEach(queue -> add(item(queue, reading.readAt())));
  }

  private static ListItem item(QueueRecord queue, Instant now) {
    var name = new Span(queue.queue());
    name.addClassNames("sw-mono", "sw-ellipsis", "sw-grow");
    var waits = new Span();
    waits.addClassNames("sw-meta", "sw-queue-oldest");
    var oldest = queue.oldestAt();
    if (oldest != null) {
      waits.add(new Span(text("queues.oldest") + " "), Elapsed.since(oldest, now));
    }
    return new ListItem(
        name,
        number("queues.running", queue.running(), Tone.BUSY),
        number("queues.depth", queue.depth(), Tone.PENDING),
        waits,
        priority(queue));
  }

  private static Component number(String key, long count, Tone tone) {
    var label = new StatusLabel(count == 0 ? Tone.OFF : tone, text(key, count));
    label.addClassName("sw-queue-number");
    return label;
  }

  private static Component priority(QueueRecord queue) {
    var priority = new Span(text("queues.priority", queue.priority()));
    priority.addClassName("sw-meta");
    return priority;
  }
}
