package dev.slipway.ui.attention;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.action.ActionNavigation;
import dev.slipway.ui.action.ActionRow;
import dev.slipway.ui.shell.part.Elapsed;
import dev.slipway.ui.shell.part.Seen;
import java.time.Instant;
import java.util.function.Consumer;

/// One parking of an action, with a box to choose it.
final class CauseRow extends ListItem {
  private final Checkbox box = new Checkbox();
  private final Anchor link;
  private final Span tenant = new Span();
  private final Span stopped = new Span();
  private final Span keeper = new Span();
  private final Span age = new Span();
  private final Seen aged = new Seen();

  /// @param chosen is told when somebody chooses it, or does not any more
  CauseRow(ActionRow row, Consumer<Boolean> chosen) {
    link = new Anchor(ActionNavigation.path(row.action().id()), row.title());
    link.getElement().setAttribute("router-link", true);
    tenant.addClassNames("sw-quiet", "sw-ellipsis", "sw-grow");
    stopped.addClassNames("sw-meta", "sw-second", "sw-cause-step");
    keeper.addClassNames("sw-cause-with", "sw-ellipsis");
    age.addClassNames("sw-cause-age", "sw-num");
    box.addValueChangeListener(change -> {
      setClassName("selected", change.getValue());
      if (change.isFromClient()) {
        chosen.accept(change.getValue());
      }
    });
    add(box, link, tenant, stopped, keeper, age);
  }

  void show(ActionRow row, Instant now) {
    var action = row.action();
    box.setAriaLabel(text("attention.choose", row.title()));
    link.setText(row.title());
    tenant.setText(row.tenant());
    stopped.setText(ActionRowWords.stoppedAt(action));
    var assignee = action.assignee();
    keeper.setText(assignee == null ? text("attention.nobody") : assignee.name());
    keeper.setClassName("sw-quiet", assignee == null);
    var parking = action.parking();
    if (parking != null && aged.isNew(parking.since())) {
      age.removeAll();
      age.add(Elapsed.since(parking.since(), now).coarse());
    }
  }

  void choose(boolean isChosen) {
    box.setValue(isChosen);
  }
}
