package dev.slipway.api.catalog;

import dev.slipway.api.http.Wire;
import dev.slipway.workflows.catalog.Price;

/// What something costs; amounts are decimal strings.
@Wire
public record PriceBody(String monthly, String hourly, String currency) {

  /// The amounts of a price as they are written.
  public static PriceBody of(Price price) {
    return new PriceBody(
        price.monthly().toPlainString(), price.hourly().toPlainString(), price.currency());
  }
}
