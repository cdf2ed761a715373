package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.slipway.deploy.browser.PanelPage.State;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Two installations: one that is in use, and one where nothing was ever ordered and nothing can
/// be. The second also loses its database for a while, which is how pages fail.
final class PanelStates implements AutoCloseable {

  private static final String NOTHING_TO_ORDER =
      "delete from network; delete from plan; delete from image; delete from location";

  private final RunningSlipway inUse = RunningSlipway.shared();
  private final RunningSlipway bare = RunningSlipway.inMemory();
  private final Map<Optional<Person>, Visit> used = new HashMap<>();
  private final Map<Optional<Person>, Visit> unused = new HashMap<>();
  private final String action;
  private final String server;
  private @Nullable Shown shown;

  /// What was opened last; the other colours of the same page need no other visit.
  private record Shown(PanelPage page, State state, Visit visit) {}

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

  /// Opens a page in a state, in these colours, and waits until it says so.
  ///
  /// @return the window, shared with later states
  Visit show(PanelPage page, State state, Colours colours) {
    var last = shown;
    if (last == null || last.page() != page || last.state() != state) {
      last = new Shown(page, state, open(page, state));
      shown = last;
    }
    var visit = last.visit().in(colours);
    assertThat(visit.see("main")).containsText(page.says(state));
    return visit;
  }

  private Visit open(PanelPage page, State state) {
    return switch (state) {
      case DATA -> window(used, inUse, page.reader()).open(page.path(action, server));
      case EMPTY -> window(unused, bare, page.reader()).open(page.path("act_none", "srv_none"));
      case FORBIDDEN -> stranger(page).open(page.path(action, server));
      case ERROR -> failing(page);
    };
  }

  private Visit stranger(PanelPage page) {
    return window(used, inUse, page.isForOperators() ? Person.TENANT : null);
  }

  /// Opened while the database is away; what was shown stays on the page.
  private Visit failing(PanelPage page) {
    var visit = window(unused, bare, page.reader());
    bare.withoutDatabase(() -> {
      visit.open(page.path("act_none", "srv_none"));
      if (page.reader() == null) {
        visit.enter(Person.TENANT.email(), Person.TENANT.password());
      }
      assertThat(visit.see("main")).containsText(page.says(State.ERROR));
    });
    return visit;
  }

  private static Visit window(
      Map<Optional<Person>, Visit> windows, RunningSlipway slipway, @Nullable Person person) {
    return windows.computeIfAbsent(
        Optional.ofNullable(person),
        who -> who.map(slipway::visit).orElseGet(slipway::visit).open("/"));
  }

  @Override
  public void close() {
    used.values().forEach(Visit::close);
    unused.values().forEach(Visit::close);
    bare.close();
  }
}
