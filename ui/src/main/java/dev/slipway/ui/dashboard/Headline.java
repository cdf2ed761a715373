package dev.slipway.ui.dashboard;

import static dev.slipway.ui.shell.part.Wording.text;

import java.util.ArrayList;
import java.util.List;

/// How everything stands, in one sentence and what is to be added to it.
final class Headline {

  private Headline() {}

  static String of(DashboardReading reading) {
    var fleet = reading.fleet();
    if (reading.isOperator()) {
      return text("dashboard.headline.decisions", fleet.delayed());
    }
    if (fleet.servers() == 0) {
      return text("dashboard.headline.none");
    }
    return fleet.fine() == fleet.servers()
        ? text("dashboard.headline.all", fleet.servers())
        : text("dashboard.headline.some", fleet.fine(), fleet.servers());
  }

  static String addition(DashboardReading reading) {
    var fleet = reading.fleet();
    List<String> parts = new ArrayList<>();
    if (!reading.isOperator()) {
      add(parts, "dashboard.addition.delayed", fleet.delayed());
    }
    add(parts, "dashboard.addition.waiting", fleet.waiting());
    add(parts, "dashboard.addition.progress", fleet.inProgress());
    add(parts, "dashboard.addition.failed", fleet.failed());
    return String.join(", ", parts);
  }

  private static void add(List<String> parts, String key, long count) {
    if (count > 0) {
      parts.add(text(key, count));
    }
  }
}
