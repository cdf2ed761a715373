package dev.slipway.ui.dashboard;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import dev.slipway.ui.action.ActionNavigation;
import dev.slipway.ui.action.RecentActions;
import dev.slipway.ui.server.ServerNavigation;
import dev.slipway.ui.shell.Page;
import dev.slipway.ui.shell.part.Block;
import dev.slipway.ui.shell.part.EmptyState;

/// The parts of the first page, in the order they are seen.
final class DashboardPanels {
  private final boolean isOperator;
  private final DashboardFigures figures = new DashboardFigures();
  private final CauseList causes = new CauseList();
  private final RecentActions worthALook;
  private final NewestServers newest;
  private final RecentActions recent;
  private final Div columns = new Div();
  private final Block start = new Block(firstSteps());

  DashboardPanels(boolean isOperator) {
    this.isOperator = isOperator;
    worthALook =
        new RecentActions(
            isOperator, isOperator ? "dashboard.waiting.none" : "dashboard.look.none");
    newest = new NewestServers(isOperator);
    recent = new RecentActions(isOperator, "dashboard.recent.none");
  }

  void addTo(Page page) {
    var left = new Div();
    left.addClassName("sw-col");
    if (isOperator) {
      left.add(
          Block.titled(text("dashboard.decisions"), causes)
              .withEnd(link("attention", "dashboard.all")));
    }
    left.add(
        Block.titled(text(isOperator ? "dashboard.waiting" : "dashboard.look"), worthALook),
        Block.titled(text("dashboard.newest"), newest)
            .withEnd(link(ServerNavigation.LIST, "dashboard.servers.all")));
    var right =
        new Div(
            Block.titled(text("dashboard.recent"), recent)
                .withEnd(link(ActionNavigation.LIST, "dashboard.all")));
    right.addClassName("sw-col");
    columns.add(left, right);
    columns.addClassName("sw-cols");
    page.add(figures, start, columns);
  }

  private static EmptyState firstSteps() {
    return new EmptyState("server", text("dashboard.first"), text("servers.none.text"))
        .toned("accent")
        .withCommand(text("servers.none.command"));
  }

  private static Component link(String path, String key) {
    var link = new Anchor(path, text(key));
    link.getElement().setAttribute("router-link", true);
    return link;
  }

  void show(DashboardReading reading) {
    boolean isNew = !isOperator && reading.recent().isEmpty();
    start.setVisible(isNew);
    columns.setVisible(!isNew);
    figures.show(reading);
    reading.operations().ifPresent(found -> causes.show(found.causes(), reading.readAt()));
    worthALook.show(reading.worthALook(), reading.readAt());
    newest.show(reading.newest(), reading.readAt());
    recent.show(reading.recent(), reading.readAt());
  }
}
