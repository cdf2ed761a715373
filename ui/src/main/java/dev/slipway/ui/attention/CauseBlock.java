package dev.slipway.ui.attention;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.slipway.ui.action.ActionRow;
import dev.slipway.ui.shell.part.Elapsed;
import dev.slipway.ui.shell.part.LastingParts;
import dev.slipway.ui.shell.part.Seen;
import dev.slipway.ui.shell.part.StatusGlyph;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.action.ParkCause;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/// A cause and the actions it holds up, each with a box to choose it.
final class CauseBlock extends Div {
  private final Set<Choice> selected;
  private final Runnable changed;
  private final AllBox all;
  private final Span count = new Span();
  private final Span where = new Span();
  private final Span age = new Span();
  private final Paragraph more = new Paragraph();
  private final Seen aged = new Seen();
  private final UnorderedList list = new UnorderedList();
  private final LastingParts<ActionRow, CauseRow> rows =
      new LastingParts<>(list, row -> Choice.of(row.action()), this::row);
  private List<Choice> shown = List.of();

  CauseBlock(ParkCause cause, Set<Choice> selected, Runnable changed) {
    this.selected = selected;
    this.changed = changed;
    addClassName("sw-cause");
    more.addClassNames("sw-cause-more", "sw-meta");
    all = new AllBox(text("attention.choose.all", cause.title()), this::chooseAll);
    add(head(cause), list, more);
  }

  private Div head(ParkCause cause) {
    count.addClassName("sw-count");
    var line = new Div(new H2(cause.title()), count);
    line.addClassName("sw-row");
    where.addClassName("sw-meta");
    var words = new Div(line, where);
    words.addClassName("sw-grow");
    var fix = new Span(cause.next());
    fix.addClassNames("sw-meta", "sw-second", "sw-cause-fix");
    age.addClassNames("sw-cause-age", "sw-num");
    var head = new Div(all, new StatusGlyph(Tone.PARKED), words, fix, age);
    head.addClassName("sw-cause-head");
    return head;
  }

  private CauseRow row(ActionRow row) {
    var choice = Choice.of(row.action());
    return new CauseRow(
        row,
        isChosen -> {
          choose(choice, isChosen);
          showAll();
          changed.run();
        });
  }

  void show(Cause cause, Instant now) {
    var group = cause.group();
    count.setText(text("number", group.count()));
    where.setText(text("attention.where", ActionRowWords.step(cause), group.provider()));
    if (aged.isNew(group.oldestAt())) {
      age.removeAll();
      age.add(Elapsed.since(group.oldestAt(), now).coarse());
    }
    shown = cause.rows().stream().map(row -> Choice.of(row.action())).toList();
    rows.show(
        cause.rows(),
        (line, row) -> {
          line.show(row, now);
          line.choose(selected.contains(Choice.of(row.action())));
        });
    boolean isWhole = cause.isWhole();
    more.setVisible(!isWhole);
    more.setText(isWhole ? "" : text("attention.more", cause.rows().size(), group.count()));
    showAll();
  }

  private void choose(Choice choice, boolean isChosen) {
    if (isChosen) {
      selected.add(choice);
    } else {
      selected.remove(choice);
    }
  }

  private void chooseAll(boolean isChosen) {
    shown.forEach(choice -> choose(choice, isChosen));
    list.getChildren()
        .filter(CauseRow.class::isInstance)
        .forEach(row -> ((CauseRow) row).choose(isChosen));
    all.setIndeterminate(false);
    changed.run();
  }

  private void showAll() {
    long chosen = shown.stream().filter(selected::contains).count();
    all.show(chosen, shown.size());
  }
}
