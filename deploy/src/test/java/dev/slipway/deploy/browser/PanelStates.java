package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.slipway.deploy.browser.PanelPage.State;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two installations: one that is in use, and one where nothing was ever ordered and nothing can
/// be. The second also loses its tables for a while, which is how pages fail.
final class PanelStates implements AutoCloseable {

  private static final String TABLES_AWAY = "alter schema public rename to away";
  private static final String TABLES_BACK = "alter schema away rename to public";
  private static final String NOTHING_TO_ORDER =
      "delete from network; delete from plan; delete from image; delete from location";

  private final RunningSlipway inUse = RunningSlipway.shared();
  private final RunningSlipway bare = RunningSlipway.inMemory();
  private final Map<Colours, Map<Person, Visit>> used = new EnumMap<>(Colours.class);
  private final Map<Colours, Map<Person, Visit>> unused = new EnumMap<>(Colours.class);
  private final String action;
  private final String server;

  PanelStates() {
    var tenant = inUse.api(Person.TENANT);
    var operator = inUse.api(Person.OPERATOR);
    action = tenant.orders("matrix-1", "sim-1");
    server = tenant.serverId("matrix-1");
    tenant.addsKey("matrix-key");
    operator.failEveryMachine("sim-2", "capacity");
    var parked = tenant.orders("matrix-2", "sim-2");
    operator.awaits(parked, "parked");
    operator.clearFaults("sim-2");
    operator.awaits(action, "succeeded");
    bare.execute(NOTHING_TO_ORDER);
  }

  /// Opens a page in a state and waits until it says so.
  ///
  /// @return the window, shared with later states
  Visit show(PanelPage page, State state, Colours colours) {
    var visit =
        switch (state) {
          case DATA -> person(used, inUse, page.reader(), colours).open(page.path(action, server));
          case EMPTY ->
              person(unused, bare, page.reader(), colours).open(page.path("act_none", "srv_none"));
          case FORBIDDEN -> stranger(page, colours).open(page.path(action, server));
          case ERROR -> failing(page, colours);
        };
    assertThat(visit.see("main")).containsText(page.says(state));
    return visit;
  }

  private Visit stranger(PanelPage page, Colours colours) {
    return person(used, inUse, page.isForOperators() ? Person.TENANT : null, colours);
  }

  /// Opened while the tables are away; what was shown stays on the page.
  private Visit failing(PanelPage page, Colours colours) {
    var visit = person(unused, bare, page.reader(), colours);
    bare.execute(TABLES_AWAY);
    try {
      visit.open(page.path("act_none", "srv_none"));
      if (page.reader() == null) {
        visit.enter(Person.TENANT.email(), Person.TENANT.password());
      }
      assertThat(visit.see("main")).containsText(page.says(State.ERROR));
      return visit;
    } finally {
      bare.execute(TABLES_BACK);
    }
  }

  private static Visit person(
      Map<Colours, Map<Person, Visit>> windows,
      RunningSlipway slipway,
      @Nullable Person person,
      Colours colours) {
    if (person == null) {
      return slipway.visit().in(colours);
    }
    return windows
        .computeIfAbsent(colours, none -> new EnumMap<>(Person.class))
        .computeIfAbsent(person, who -> slipway.visit().in(colours).signedIn(who));
  }

  @Override
  public void close() {
    bare.close();
  }
}
