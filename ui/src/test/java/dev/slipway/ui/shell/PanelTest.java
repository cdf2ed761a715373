package dev.slipway.ui.shell;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import dev.slipway.api.ApiServer;
import dev.slipway.api.ApiServer.Person;
import dev.slipway.api.Tables;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.SignIn;
import dev.slipway.api.server.OrderFixtures;
import dev.slipway.api.server.OrderRequest;
import dev.slipway.api.server.Ordered;
import dev.slipway.api.server.ServerService;
import dev.slipway.ui.session.SignedIn;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;

/// A page of the panel without a browser, in front of the real services.
@ViewPackages(packages = "dev.slipway.ui")
public abstract class PanelTest extends BrowserlessTest {

  @Override
  protected Set<Class<?>> lookupServices() {
    return Set.of(PanelBeans.class);
  }

  /// What stands behind the panel.
  protected static ApiServer behind() {
    return PanelBeans.behind();
  }

  /// What the tables say, changed by hand.
  protected static Tables tables() {
    return behind().tables();
  }

  /// Signs somebody in.
  protected static Caller signIn(Person person) {
    var signIn = behind().bean(SignIn.class);
    var admission = signIn.authenticate(person.email(), ApiServer.PASSWORD);
    behind().bean(SignedIn.class).enter(admission, signIn.profile(admission.caller()));
    return admission.caller();
  }

  /// Somebody's order of a server.
  protected static Ordered order(Person person) {
    var request = OrderRequest.of(OrderFixtures.aName(), "s-1", "debian-13", "sim-1");
    return behind().bean(ServerService.class).order(callerOf(person), request);
  }

  /// Somebody as a caller.
  protected static Caller callerOf(Person person) {
    return new Caller(person.user().id(), person.tenant(), person.user().role());
  }

  /// Opens an address as a browser would.
  protected static void open(String path) {
    var parts = path.split("\\?", 2);
    UI.getCurrent()
        .navigate(
            parts[0],
            parts.length > 1 ? QueryParameters.fromString(parts[1]) : QueryParameters.empty());
  }

  /// Everything that can be read on the page.
  protected static String page() {
    var chain = UI.getCurrent().getInternals().getActiveRouterTargetsChain();
    return Stream.concat(
            chain.stream().skip(chain.size() - 1L).map(HasElement::getElement),
            Stream.of(UI.getCurrent().getElement()))
        .flatMap(PanelTest::texts)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> texts(Element element) {
    if (element.isTextNode()) {
      return Stream.of(element.getText());
    }
    if (!element.isVisible()) {
      return Stream.empty();
    }
    return Stream.concat(attributes(element), element.getChildren().flatMap(PanelTest::texts));
  }

  private static Stream<String> attributes(Element element) {
    return Stream.of("label", "aria-label", "title", "data-copy", "href")
        .map(name ->
            element.hasAttribute(name) ? element.getAttribute(name) : element.getProperty(name))
        .filter(value -> value != null && !value.isEmpty());
  }

  /// Waits for what arrives by push.
  protected static void eventually(ThrowingRunnable assertion) {
    await()
        .pollInSameThread()
        .atMost(20, SECONDS)
        .untilAsserted(() -> {
          takeWhatWasPushed();
          assertion.run();
        });
  }

  /// Tasks for a page run when its session is free for a moment.
  private static void takeWhatWasPushed() {
    var session = VaadinSession.getCurrent();
    session.unlock();
    session.lock();
    roundTrip();
  }

  /// Presses the button of an id.
  protected void press(String id) {
    test(find(Button.class).withId(id).single()).click();
  }

  /// The one component of a type.
  protected <T extends Component> T only(Class<T> type) {
    return find(type).single();
  }
}
