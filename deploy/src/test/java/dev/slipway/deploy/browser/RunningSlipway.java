package dev.slipway.deploy.browser;

import dev.slipway.deploy.Launcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;

/// One Slipway with a real Temporal and one Chromium, shared by every test of the panel. The first
/// test that asks starts them; they end with the JVM.
final class RunningSlipway {

  private final Launcher launcher;
  private final Chromium chromium;

  private RunningSlipway() {
    launcher = Launcher.start(environment());
    chromium = Chromium.start();
  }

  private static final class Holder {
    private static final RunningSlipway ONE = closedAtTheEnd(new RunningSlipway());

    private static RunningSlipway closedAtTheEnd(RunningSlipway slipway) {
      Runtime.getRuntime().addShutdownHook(new Thread(slipway.launcher::close));
      return slipway;
    }
  }

  static RunningSlipway shared() {
    return Holder.ONE;
  }

  private static Map<String, String> environment() {
    try {
      var environment = new HashMap<>(System.getenv());
      environment.putAll(Person.settings());
      environment.put("SLIPWAY_PORT", "0");
      environment.put("SLIPWAY_TEMPORAL", "local");
      environment.put("SLIPWAY_DATA", Files.createTempDirectory("slipway-browser").toString());
      return environment;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return launcher.address();
  }

  PanelApi api(Person person) {
    return PanelApi.signedIn(address(), person);
  }

  /// A desk with nobody signed in.
  Visit visit() {
    return Visit.at(address(), chromium.browser(), Visit.DESK);
  }

  /// A desk with this person signed in.
  Visit visit(Person person) {
    return visit().signedIn(person);
  }

  /// A phone with this person signed in.
  Visit phone(Person person) {
    return Visit.at(address(), chromium.browser(), Visit.PHONE).signedIn(person);
  }
}
