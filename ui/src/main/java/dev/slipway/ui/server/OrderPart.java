package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The parts of an order, in the order in which one chooses.
enum OrderPart {
  PLAN(1, "plan|size"),
  LOCATION(2, "location"),
  IMAGE(3, "image"),
  ACCESS(4, "networks|ssh_keys"),
  REVIEW(5, "name|labels|user_data");

  private final int number;
  private final String fields;

  OrderPart(int number, String fields) {
    this.number = number;
    this.fields = fields;
  }

  /// The part that shows what is wrong with a field.
  ///
  /// @param pointer such as `/networks/0`
  static Optional<OrderPart> of(String pointer) {
    return Stream.of(values())
        .filter(part -> pointer.matches("/(" + part.fields + ")(/.*)?"))
        .findFirst();
  }

  int number() {
    return number;
  }

  /// The heading it stands under.
  String title() {
    return text("order.block." + name().toLowerCase(Locale.ROOT));
  }

  String label() {
    return text("order.part." + name().toLowerCase(Locale.ROOT));
  }
}
