package dev.slipway.ui.simulator;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.PageLimits;
import dev.slipway.api.simulator.SimulatorService;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.Crumb;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.Needs;
import dev.slipway.ui.shell.Page;
import dev.slipway.ui.shell.PageAddress;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.ui.shell.part.Block;
import dev.slipway.ui.shell.part.EmptyState;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.context.annotation.Prototype;
import java.time.Duration;
import java.util.List;

/// The controls of a simulated location: what goes wrong, how long things take, and the ledger that
/// proves what was made.
@Prototype
@Route(value = "simulator", layout = MainLayout.class)
@Needs(Permission.SIMULATOR_MANAGE)
final class SimulatorView extends Page implements BeforeEnterObserver {
  private static final Duration AT_MOST_EVERY = Duration.ofMillis(600);
  private static final String PARAMETER = "location";

  private final Caller caller;
  private final SimulatorService simulators;
  private final List<String> locations;
  private final Select<String> location = new Select<>();
  private final FaultEditor faults;
  private final TimingForm timing;
  private final Ledger ledger = new Ledger();

  SimulatorView(SignedIn signedIn, SimulatorService simulators, PageLimits limits, Live live) {
    super("data");
    this.caller = signedIn.caller();
    this.simulators = simulators;
    this.locations = simulators.locations(caller);
    this.faults =
        new FaultEditor(rules -> {
          limits.change(caller);
          return simulators.replaceFaults(caller, here(), rules);
        });
    this.timing =
        new TimingForm(times -> {
          limits.change(caller);
          return simulators.replaceTiming(caller, here(), times);
        });
    location.setAriaLabel(text("simulator.location"));
    location.setId("location");
    location.setItems(locations);
    location.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        keepInAddress();
        refresh();
      }
    });
    add(heading(text("simulator.title"), text("simulator.about"), location));
    if (locations.isEmpty()) {
      var none = new EmptyState("cloud", text("simulator.none.title"), text("simulator.none.text"));
      add(new Block(none));
      return;
    }
    var columns = new Div(faults, timing);
    columns.addClassName("sw-cols");
    add(columns, ledger);
    live.follow(
        this, Live.Interest.inAnswers(AT_MOST_EVERY, this::here, this::read, this::showLive));
  }

  private String here() {
    var chosen = location.getValue();
    return chosen == null ? "" : chosen;
  }

  private void keepInAddress() {
    var parameters = QueryParameters.of(PARAMETER, here());
    UI.getCurrent()
        .getPage()
        .getHistory()
        .replaceState(null, new Location("simulator", parameters));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (locations.isEmpty()) {
      return;
    }
    var asked = PageAddress.parameters(event).getSingleParameter(PARAMETER);
    location.setValue(asked.filter(locations::contains).orElse(locations.getFirst()));
    refresh();
  }

  private void refresh() {
    var reading = read(here());
    timing.show(reading.timing());
    showLive(reading);
  }

  private SimulatorReading read(String code) {
    return new SimulatorReading(
        simulators.faults(caller, code),
        simulators.timing(caller, code),
        simulators.machines(caller, code),
        simulators.addresses(caller, code));
  }

  private void showLive(SimulatorReading reading) {
    faults.show(reading.faults());
    ledger.show(reading);
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(Crumb.here(text("simulator.title")));
  }
}
