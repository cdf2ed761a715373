package dev.slipway.workflows.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What something costs.
///
/// @param currency ISO 4217, such as `EUR`
public record Price(BigDecimal monthly, BigDecimal hourly, String currency) {

  /// A multiple of it, rounded as it is.
  public Price times(BigDecimal factor) {
    return new Price(
        monthly.multiply(factor).setScale(monthly.scale(), RoundingMode.HALF_UP),
        hourly.multiply(factor).setScale(hourly.scale(), RoundingMode.HALF_UP),
        currency);
  }
}
