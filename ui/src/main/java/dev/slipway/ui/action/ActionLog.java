package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.part.CopyButton;
import dev.slipway.ui.shell.part.StatusLabel;
import dev.slipway.ui.shell.part.Tone;
import java.util.List;
import java.util.stream.Collectors;

/// What happened, line by line. It is written from what the tables keep, so it is whole after a
/// reload and after the end.
final class ActionLog extends Section {
  private final boolean isOperator;
  private final Span state = new Span();
  private final CopyButton copy = new CopyButton("", text("copy.log"));
  private final Pre log = new Pre();
  private List<LogLine> shown = List.of();

  ActionLog(boolean isOperator) {
    this.isOperator = isOperator;
    addClassName("sw-panel");
    var end = new Div(state, copy);
    end.addClassNames("sw-end", "sw-row", "sw-meta");
    var head = new Div(new H2(text("log.title")), end);
    head.addClassName("sw-panel-head");
    log.addClassName("sw-log");
    log.getElement().setAttribute("aria-live", "off");
    log.getElement().setAttribute("tabindex", "0");
    log.getElement().setAttribute("aria-label", text("log.title"));
    add(head, log);
  }

  void show(ActionReading reading) {
    boolean isOver = reading.action().status().isFinal();
    state.removeAll();
    state.add(
        new StatusLabel(isOver ? Tone.OFF : Tone.BUSY, text(isOver ? "log.ended" : "log.live")));
    var lines = LogLines.of(reading, isOperator);
    int kept = sameUpTo(lines);
    while (log.getComponentCount() > kept) {
      log.remove(log.getComponentAt(log.getComponentCount() - 1));
    }
    lines.stream().skip(kept).forEach(line -> log.add(line.drawn()));
    copy.setValue(lines.stream().map(LogLine::plain).collect(Collectors.joining()));
    shown = lines;
  }

  private int sameUpTo(List<LogLine> lines) {
    int same = 0;
    while (same < lines.size() && same < shown.size() && lines.get(same).equals(shown.get(same))) {
      same++;
    }
    return same;
  }
}
