package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import dev.slipway.ui.shell.part.Amounts;
import dev.slipway.ui.shell.part.FigureCard;

/// What the server is made of, and what it costs.
final class ServerFigures extends Div {

  ServerFigures() {
    addClassNames("sw-figures", "four");
  }

  void show(ServerReading reading) {
    removeAll();
    var size = reading.server().size();
    add(
        new FigureCard(
            text("server.vcpus"), text("number", size.vcpus()), text("server.vcpus.unit")),
        new FigureCard(text("size.memory"), Amounts.memory(size.memoryMib()), text("unit.gb")),
        new FigureCard(text("size.disk"), text("number", size.diskGib()), text("unit.gb")));
    var price = reading.order().parts().price();
    if (!price.isEmpty()) {
      add(new FigureCard(text("facts.price"), price, text("price.per-month")));
    }
  }
}
