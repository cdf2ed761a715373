package dev.slipway.deploy.browser;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Lets a place have no room for a machine while a test runs.
record FullPlace(String place) implements BeforeEachCallback, AfterEachCallback {

  @Override
  public void beforeEach(ExtensionContext test) {
    operator().failEveryMachine(place, "capacity");
  }

  @Override
  public void afterEach(ExtensionContext test) {
    operator().clearFaults(place);
  }

  private static PanelApi operator() {
    return RunningSlipway.shared().api(Person.OPERATOR);
  }
}
