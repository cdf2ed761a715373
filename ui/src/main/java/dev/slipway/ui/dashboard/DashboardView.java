package dev.slipway.ui.dashboard;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.server.ServerNavigation;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.Counted;
import dev.slipway.ui.shell.Crumb;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.Needs;
import dev.slipway.ui.shell.Page;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.ui.shell.part.Symbol;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.context.annotation.Prototype;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The first page after signing in: how everything stands, in one sentence and a few numbers, and
/// what asks for a look. It changes while one looks.
@Prototype
@Route(value = "", layout = MainLayout.class)
@Needs(Permission.SERVERS_VIEW)
final class DashboardView extends Page {
  private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);

  private final H1 sentence = new H1();
  private final Span more = new Span();
  private final DashboardPanels panels;

  DashboardView(SignedIn signedIn, DashboardReader reader, Live live) {
    Caller caller = signedIn.caller();
    this.panels = new DashboardPanels(caller.isOperator());
    more.addClassName("sub");
    var words = new Div(sentence, more);
    words.addClassNames("sw-row", "wrap", "sw-grow");
    words.getElement().setAttribute("aria-live", "polite");
    var head = new Div(words);
    head.addClassName("sw-page-head");
    if (caller.may(Permission.SERVERS_MANAGE)) {
      head.add(orderButton());
    }
    add(head);
    panels.addTo(this);
    show(reader.read(caller, live.now()));
    live.follow(
        this,
        new Live.Interest<>(
            AT_MOST_EVERY, change -> true, () -> reader.read(caller, live.now()), this::show));
  }

  private static Button orderButton() {
    var order =
        new Button(
            text("servers.order"),
            new Symbol("plus"),
            click -> UI.getCurrent().navigate(ServerNavigation.ORDER));
    order.addThemeVariants(ButtonVariant.PRIMARY);
    order.setId("order-server");
    return order;
  }

  private void show(DashboardReading reading) {
    sentence.setText(Headline.of(reading));
    more.setText(Headline.addition(reading));
    panels.show(reading);
    Counted.tell(Map.of(ServerNavigation.LIST, reading.fleet().servers()));
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(Crumb.here(text("dashboard.title")));
  }
}
