package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.slipway.activities.storage.Gate;
import dev.slipway.deploy.browser.PanelPage.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Two installations: one that is in use, and one where nothing was ever ordered, nothing can be
/// and nobody works. The second also loses its database or its Temporal for a while, which is how
/// pages fail, or only its tables, which nobody foresaw.
final class PanelStates implements AutoCloseable {

  private static final String NOTHING_TO_ORDER =
      "delete from network; delete from plan; delete from image; delete from location";
  private static final String TABLES_AWAY = "alter schema public rename to away";
  private static final String TABLES_BACK = "alter schema away rename to public";

  private final RunningSlipway inUse = RunningSlipway.shared();
  private final Gate temporal = gateTo(inUse.api(Person.OPERATOR).temporalAddress());
  private final RunningSlipway bare = RunningSlipway.withoutWorker(temporal.port());
  private final Windows used = new Windows(inUse);
  private final Windows unused = new Windows(bare);
  private final String done;
  private final String parked;
  private final String server;
  private final List<String> externalIds = new ArrayList<>();
  private final Map<PanelPage, String> words = new EnumMap<>(PanelPage.class);
  private @Nullable Shown last;

  /// What was opened last; the other colours of it need no other visit.
  private record Shown(String name, Visit visit) {}

  PanelStates() {
    var tenant = inUse.api(Person.TENANT);
    var operator = inUse.api(Person.OPERATOR);
    var name = ServerNames.fresh("matrix-1");
    done = tenant.orders(name, "sim-1");
    server = tenant.serverId(name);
    tenant.addsKey(ServerNames.fresh("matrix-key"));
    operator.addsKey(ServerNames.fresh("matrix-key"));
    operator.failEveryMachine("sim-2", "capacity");
    parked = tenant.orders(ServerNames.fresh("matrix-2"), "sim-2");
    operator.awaits(parked, "parked");
    operator.clearFaults("sim-2");
    operator.awaits(done, "succeeded");
    externalIds.addAll(operator.externalIds(done));
    externalIds.addAll(operator.externalIds(parked));
    bare.execute(NOTHING_TO_ORDER);
  }

  private static Gate gateTo(String address) {
    var parts = address.split(":", -1);
    return new Gate(parts[0], Integer.parseInt(parts[1]));
  }

  /// Opens a page in a state, in these colours, and waits until it says so.
  ///
  /// @return the window, shared with later states
  Visit show(PanelPage page, State state, Reader reader, Screen screen, Colours colours) {
    var name = "%s-%s-%s-%s".formatted(page, state, reader, screen);
    var visit = inColours(colours, name, () -> open(page, state, reader, screen));
    assertThat(visit.see("main")).containsText(page.says(state, reader));
    return visit;
  }

  /// What can be read on a page that is in use, for what no other state of it may say.
  String words(PanelPage page) {
    return words.computeIfAbsent(
        page,
        _ ->
            show(page, State.DATA, page.readers(State.DATA).getFirst(), Screen.DESK, Colours.DARK)
                .see("main")
                .innerText());
  }

  /// Lets a tenant meet an error, in these colours.
  ///
  /// @return the window, shared with later states
  Visit show(ErrorView error, Screen screen, Colours colours) {
    var visit = inColours(colours, error + "-" + screen, () -> meet(error, screen));
    assertThat(visit.see("main h1")).hasText(error.says());
    return visit;
  }

  /// What the provider calls the parts of everything that was ordered.
  List<String> externalIds() {
    return externalIds;
  }

  private Visit inColours(Colours colours, String name, Supplier<Visit> open) {
    if (last == null || !last.name().equals(name)) {
      last = new Shown(name, open.get());
    }
    return last.visit().in(colours);
  }

  private Visit open(PanelPage page, State state, Reader reader, Screen screen) {
    return switch (state) {
      case DATA -> used.of(reader, screen).open(dataOf(page, reader));
      case EMPTY -> unused.of(reader, screen).open(nothingOf(page));
      case FORBIDDEN -> refused(page, used.of(reader, screen).open(dataOf(page, reader)));
      case ERROR -> failing(page, unused.of(reader, screen));
    };
  }

  /// Operators look at what asks for them.
  private String dataOf(PanelPage page, Reader reader) {
    return page.path(reader == Reader.OPERATOR ? parked : done, server);
  }

  private static String nothingOf(PanelPage page) {
    return page.path("act_none", "srv_none");
  }

  private static Visit refused(PanelPage page, Visit visit) {
    if (page.forbidden() == Forbidden.WRONG_PASSWORD) {
      visit.enter(Person.TENANT.email(), "not the password");
    }
    return visit;
  }

  /// Opened while what it reads from is away; what was shown stays on the page.
  private Visit failing(PanelPage page, Visit visit) {
    Runnable open =
        () -> {
          visit.open(nothingOf(page));
          if (page == PanelPage.LOGIN) {
            visit.enter(Person.TENANT.email(), Person.TENANT.password());
          }
          assertThat(visit.see("main")).containsText(page.says(State.ERROR, Reader.TENANT));
        };
    if (page.isOfEngine()) {
      withoutTemporal(open);
    } else {
      bare.withoutDatabase(open);
    }
    return visit;
  }

  private void withoutTemporal(Runnable work) {
    temporal.shut();
    try {
      work.run();
    } finally {
      temporal.open();
    }
  }

  private Visit meet(ErrorView error, Screen screen) {
    var visit = unused.of(Reader.TENANT, screen);
    switch (error) {
      case NOT_FOUND, NOT_PERMITTED, UNREADABLE -> meet(error, visit);
      case FAILURE -> withoutTables(() -> meet(error, visit));
      case FAILURE_WITHOUT_FRAME -> bare.withoutFrame(() -> meet(error, visit));
    }
    return visit;
  }

  private static void meet(ErrorView error, Visit visit) {
    visit.open(error.path());
    assertThat(visit.see("main h1")).hasText(error.says());
  }

  private void withoutTables(Runnable work) {
    bare.execute(TABLES_AWAY);
    try {
      work.run();
    } finally {
      bare.execute(TABLES_BACK);
    }
  }

  @Override
  public void close() {
    used.close();
    unused.close();
    bare.close();
    temporal.close();
  }
}
