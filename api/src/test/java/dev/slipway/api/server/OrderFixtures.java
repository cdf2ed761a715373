package dev.slipway.api.server;

import dev.slipway.api.Http;
import java.util.concurrent.atomic.AtomicInteger;

/// Orders that are accepted.
public final class OrderFixtures {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private OrderFixtures() {}

  /// A name no other test uses.
  public static String aName() {
    return "web-" + NUMBERS.incrementAndGet();
  }

  /// A key no other test uses.
  public static String aKey() {
    return "key-" + NUMBERS.incrementAndGet();
  }

  /// The body of an order.
  public static String anOrder(String name) {
    return anOrder(name, "");
  }

  /// The body of an order with more fields, each with a comma before it.
  public static String anOrder(String name, String more) {
    return """
    {"name":"%s","plan":"s-1","image":"debian-13","location":"sim-1"%s}
    """
        .formatted(name, more);
  }

  /// Places an order.
  public static Http.Answer order(Http http, String name) {
    return http.once(aKey()).post("/api/v1/servers", anOrder(name));
  }

  /// Places an order and returns its action.
  public static String orderedAction(Http http) {
    return order(http, aName()).text("/action/id");
  }
}
