package dev.slipway.ui.dashboard;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import dev.slipway.ui.shell.part.Amounts;
import dev.slipway.ui.shell.part.FigureCard;

/// The numbers of the first page, one to a card.
final class DashboardFigures extends Div {

  DashboardFigures() {
    addClassNames("sw-figures", "dash");
  }

  void show(DashboardReading reading) {
    removeAll();
    var fleet = reading.fleet();
    if (reading.isOperator()) {
      add(
          new FigureCard(
              text("servers.title"),
              text("number", fleet.servers()),
              "",
              new StateBar(fleet, true)));
      reading.operations().ifPresent(operations -> showWork(fleet, operations));
      return;
    }
    add(servers(fleet));
    var usage = fleet.usage();
    var memory = Amounts.total(usage.memoryMib() / 1024);
    var disk = Amounts.total(usage.diskGib());
    add(
        new FigureCard(
            text("server.vcpus"),
            text("number", usage.vcpus()),
            text("server.vcpus.unit"),
            inServers(fleet.servers())),
        new FigureCard(
            text("size.memory"), memory.number(), memory.unit(), inServers(fleet.servers())),
        new FigureCard(text("size.disk"), disk.number(), disk.unit(), inServers(fleet.servers())));
  }

  private static Div inServers(long servers) {
    return FigureCard.note(text("dashboard.in-servers", servers));
  }

  private static FigureCard servers(Fleet fleet) {
    return new FigureCard(
        text("servers.title"),
        text("number", fleet.servers()),
        text("dashboard.of", fleet.limit()),
        new StateBar(fleet, false));
  }

  private void showWork(Fleet fleet, Operations operations) {
    add(
        new FigureCard(
            text("dashboard.decisions"),
            text("number", fleet.delayed()),
            "",
            FigureCard.note(text("dashboard.causes", operations.causes().size()))),
        new FigureCard(
            text("dashboard.waiting"),
            text("number", fleet.waiting()),
            "",
            FigureCard.note(text("dashboard.waiting.note"))),
        new FigureCard(
            text("workers.title"),
            text("number", operations.online()),
            text("dashboard.online"),
            FigureCard.note(
                text(operations.online() == 0 ? "dashboard.nobody-works" : "dashboard.at-work"))));
  }
}
