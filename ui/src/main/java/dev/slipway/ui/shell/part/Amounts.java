package dev.slipway.ui.shell.part;

import static dev.slipway.ui.shell.part.Wording.text;

import dev.slipway.workflows.catalog.Price;
import dev.slipway.workflows.server.ServerSize;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/// Money and sizes as people read them.
public final class Amounts {
  private static final int MIB_PER_GIB = 1024;
  private static final int GIB_PER_TIB = 1000;

  private Amounts() {}

  /// A month's price, such as `€ 16.90`.
  public static String monthly(Price price) {
    return money(price.monthly(), price);
  }

  /// An hour's price, such as `€ 0.0271`.
  public static String hourly(Price price) {
    return symbol(price) + " " + price.hourly().setScale(4, RoundingMode.HALF_UP);
  }

  /// An amount in a price's currency.
  public static String money(BigDecimal amount, Price price) {
    return symbol(price) + " " + amount.setScale(2, RoundingMode.HALF_UP);
  }

  /// Memory in GB, such as `16`, or `0.5`.
  public static String memory(int mib) {
    return mib % MIB_PER_GIB == 0
        ? String.valueOf(mib / MIB_PER_GIB)
        : "%.1f".formatted((double) mib / MIB_PER_GIB);
  }

  /// A sum with its unit, such as `612` `GB` or `1.84` `TB`.
  ///
  /// @param number as it is shown
  /// @param unit `GB` or `TB`
  public record Total(String number, String unit) {}

  /// A sum of memory or disk.
  public static Total total(long gib) {
    return gib < GIB_PER_TIB
        ? new Total(text("number", gib), text("unit.gb"))
        : new Total(
            String.format(Locale.ENGLISH, "%.2f", (double) gib / GIB_PER_TIB), text("unit.tb"));
  }

  /// Traffic, such as `20 TB` or `500 GB`.
  public static String traffic(int gib) {
    return gib >= GIB_PER_TIB ? text("amount.tb", gib / GIB_PER_TIB) : text("amount.gb", gib);
  }

  /// A plan and what it has, such as `S8, 8 vCPU, 16 GB`.
  public static String size(String plan, ServerSize size) {
    return text("amount.size", plan, size.vcpus(), memory(size.memoryMib()), size.diskGib());
  }

  private static String symbol(Price price) {
    return Currency.getInstance(price.currency()).getSymbol(Locale.ENGLISH);
  }
}
