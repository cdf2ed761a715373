package dev.slipway.ui.session;

import static dev.slipway.activities.server.ServerFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import dev.slipway.activities.storage.MovableClock;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.PanelTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresenceTest extends PanelTest {
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final Duration ALMOST = PATIENCE.minusMillis(1);

  private final MovableClock clock = new MovableClock(NOON);

  @BeforeEach
  void visit() {
    signIn(behind().tenantUser());
    session().setAttribute(SignedIn.PRESENCE, new Presence(clock, PATIENCE));
    open("servers");
  }

  @Test
  void who_does_nothing_for_long_is_out_whatever_the_page_does_by_itself() {
    var ended = behind().bean(SignedIn.class).ended();
    clock.pass(ALMOST);
    assertThat(SignedIn.isIdle(session())).isFalse();
    assertThat(ended.getAsBoolean()).isFalse();
    roundTrip();

    clock.pass(Duration.ofMillis(1));

    assertThat(SignedIn.isIdle(session())).isTrue();
    assertThat(ended.getAsBoolean()).isTrue();
  }

  @Test
  void a_page_knows_how_long_one_may_do_nothing_and_warns_two_minutes_before() {
    var warning = find(IdleWarning.class).single().getElement();

    assertThat(warning.getAttribute("data-patience"))
        .isEqualTo(String.valueOf(PATIENCE.toMillis()));
    assertThat(warning.getAttribute("data-before")).isEqualTo("120000");
    assertThat(warning.getTextRecursively()).contains("Stay signed in");
    assertThat(new IdleWarning(Duration.ofSeconds(90)).getElement().getAttribute("data-before"))
        .isEqualTo("45000");
  }

  @Test
  void who_does_something_stays() {
    clock.pass(ALMOST);
    useThePage();
    clock.pass(ALMOST);

    assertThat(SignedIn.isIdle(session())).isFalse();
    clock.pass(Duration.ofMillis(1));
    assertThat(SignedIn.isIdle(session())).isTrue();
  }

  private static WrappedSession session() {
    return VaadinSession.getCurrent().getSession();
  }

  /// As `presence.js` tells of keys and presses.
  private void useThePage() {
    var layout =
        UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
            .filter(MainLayout.class::isInstance)
            .findFirst()
            .orElseThrow()
            .getElement();
    layout
        .getNode()
        .getFeature(ElementListenerMap.class)
        .fireEvent(new DomEvent(layout, MainLayout.PRESENT, JacksonUtils.createObjectNode()));
  }
}
