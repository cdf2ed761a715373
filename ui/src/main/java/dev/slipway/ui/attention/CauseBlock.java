package dev.slipway.ui.attention;

import static dev.slipway.ui.shell.Wording.text;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.slipway.ui.action.ActionNavigation;
import dev.slipway.ui.action.ActionRow;
import dev.slipway.ui.shell.Elapsed;
import dev.slipway.ui.shell.StatusGlyph;
import dev.slipway.ui.shell.Tone;
import dev.slipway.workflows.action.Action;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A cause and the actions it holds up, each with a box to choose it.
final class CauseBlock extends Div {
  private final Cause cause;
  private final Instant now;
  private final Set<Choice> selected;
  private final Runnable changed;
  private final Checkbox all = new Checkbox();
  private final List<Checkbox> boxes = new ArrayList<>();

  CauseBlock(Cause cause, Instant now, Set<Choice> selected, Runnable changed) {
    this.cause = cause;
    this.now = now;
    this.selected = selected;
    this.changed = changed;
    addClassName("sw-cause");
    var list = new UnorderedList();
    cause.rows().forEach(row -> list.add(item(row)));
    add(head(), list);
    if (!cause.isWhole()) {
      add(more());
    }
    showAll();
  }

  private Div head() {
    var group = cause.group();
    var name = new H2(group.cause().title());
    var count = new Span(text("number", group.count()));
    count.addClassName("sw-count");
    var line = new Div(name, count);
    line.addClassName("sw-row");
    var where = new Span(text("attention.where", ActionRowWords.step(cause), group.provider()));
    where.addClassName("sw-meta");
    var words = new Div(line, where);
    words.addClassName("sw-grow");
    var fix = new Span(group.cause().next());
    fix.addClassNames("sw-meta", "sw-second", "sw-cause-fix");
    var age = new Span(Elapsed.since(group.oldestAt(), now).coarse());
    age.addClassNames("sw-cause-age", "sw-num");
    all.setAriaLabel(text("attention.choose.all", group.cause().title()));
    all.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        chooseAll(change.getValue());
      }
    });
    var head = new Div(all, new StatusGlyph(Tone.PARKED), words, fix, age);
    head.addClassName("sw-cause-head");
    return head;
  }

  private Paragraph more() {
    var more = new Paragraph(text("attention.more", cause.rows().size(), cause.group().count()));
    more.addClassNames("sw-cause-more", "sw-meta");
    return more;
  }

  private ListItem item(ActionRow row) {
    var action = row.action();
    var box = new Checkbox(selected.contains(Choice.of(action)));
    box.setAriaLabel(text("attention.choose", row.title()));
    boxes.add(box);
    var link = new Anchor(ActionNavigation.path(action.id()), row.title());
    link.getElement().setAttribute("router-link", true);
    var tenant = new Span(row.tenant());
    tenant.addClassNames("sw-quiet", "sw-ellipsis", "sw-grow");
    var stopped = new Span(ActionRowWords.stoppedAt(action));
    stopped.addClassNames("sw-meta", "sw-second", "sw-cause-step");
    var item = new ListItem(box, link, tenant, stopped, assignee(action), age(action));
    item.setClassName("selected", box.getValue());
    box.addValueChangeListener(change -> {
      choose(Choice.of(action), change.getValue());
      item.setClassName("selected", change.getValue());
      if (change.isFromClient()) {
        showAll();
        changed.run();
      }
    });
    return item;
  }

  private static Span assignee(Action action) {
    var assignee = action.assignee();
    boolean isNobody = assignee == null;
    var shown = new Span(assignee == null ? text("attention.nobody") : assignee.name());
    shown.addClassNames("sw-cause-with", "sw-ellipsis");
    shown.setClassName("sw-quiet", isNobody);
    return shown;
  }

  private Span age(Action action) {
    var parking = action.parking();
    var age = parking == null ? new Span() : new Span(Elapsed.since(parking.since(), now).coarse());
    age.addClassNames("sw-cause-age", "sw-num");
    return age;
  }

  private void choose(Choice choice, boolean isChosen) {
    if (isChosen) {
      selected.add(choice);
    } else {
      selected.remove(choice);
    }
  }

  private void chooseAll(boolean isChosen) {
    boxes.forEach(box -> box.setValue(isChosen));
    all.setIndeterminate(false);
    changed.run();
  }

  private void showAll() {
    long chosen = boxes.stream().filter(Checkbox::getValue).count();
    all.setValue(chosen == boxes.size());
    all.setIndeterminate(chosen > 0 && chosen < boxes.size());
  }
}
