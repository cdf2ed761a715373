package dev.slipway.deploy.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/// What the figures were taken on.
final class Machine {

  private static final double GIB = 1L << 30;

  private Machine() {}

  static String describe() {
    var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return String.format(
        Locale.ROOT,
        "%s: %s %s, %d cores, %.0f GiB, JDK %s; load average at the end %.1f.",
        LocalDate.now(ZoneOffset.UTC),
        system.getName(),
        system.getArch(),
        system.getAvailableProcessors(),
        system.getTotalMemorySize() / GIB,
        Runtime.version(),
        system.getSystemLoadAverage());
  }
}
