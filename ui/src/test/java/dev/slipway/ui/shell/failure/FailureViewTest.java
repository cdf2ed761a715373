package dev.slipway.ui.shell.failure;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationTrigger;
import dev.slipway.api.ApiServer;
import dev.slipway.ui.shell.HeaderPart;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.PanelTest;
import dev.slipway.ui.shell.Sidebar;
import dev.slipway.ui.shell.live.Freshness;
import io.micronaut.context.ApplicationContext;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class FailureViewTest extends PanelTest {
  private static final String NO_PAGE = "The page could not be shown";
  private static final BrittlePart BRITTLE = brittle();

  private final ApiServer.Person person = behind().tenantUser();

  @Test
  void a_page_that_fails_keeps_its_frame() {
    signIn(person);
    open("servers");
    var before = only(Sidebar.class);

    fail("servers");

    assertThat(page()).contains(NO_PAGE, "Try again", "Go to the dashboard", "cor_");
    assertThat(only(Sidebar.class)).as("the very same frame").isSameAs(before);
    assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo(NO_PAGE + " · Slipway");
    open("servers");
    assertThat(page()).contains("No servers yet").doesNotContain(NO_PAGE);
  }

  @Test
  void who_opens_a_page_that_fails_has_the_frame_without_what_was_to_be_counted() {
    signIn(person);
    order(person);
    tables().run("alter schema public rename to away");
    try {
      open("servers");

      assertThat(page()).contains(NO_PAGE, "Workspace", "Not known yet", "SSH keys");
      assertThat(find(Freshness.class).exists()).as("twice the same news").isFalse();
    } finally {
      tables().run("alter schema away rename to public");
    }
    eventually(() -> assertThat(page()).contains("1 waiting").doesNotContain("Not known yet"));
  }

  @Test
  void who_has_not_signed_in_reads_it_without_a_frame() {
    fail("login");

    assertThat(page()).contains(NO_PAGE, "Try again", "Go to the dashboard", "cor_");
    assertThat(isFramed()).isFalse();
  }

  @Test
  void a_frame_that_fails_is_left_out() {
    signIn(person);
    BRITTLE.isBroken.set(true);
    try {
      open("servers");

      assertThat(page()).contains(NO_PAGE, "Try again", "cor_");
      assertThat(isFramed()).isFalse();
      assertThat(UI.getCurrent().getInternals().getTitle()).isEqualTo(NO_PAGE + " · Slipway");
    } finally {
      BRITTLE.isBroken.set(false);
    }
    open("servers");
    assertThat(page()).contains("No servers yet");
    assertThat(isFramed()).isTrue();
  }

  /// The page itself is asked: what looks for components in tests takes Vaadin's last page for the
  /// end of the test.
  private static boolean isFramed() {
    return UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
        .anyMatch(MainLayout.class::isInstance);
  }

  private static void fail(String path) {
    var ui = UI.getCurrent();
    ui.getInternals()
        .getRouter()
        .handleExceptionNavigation(
            ui,
            new Location(path),
            new IllegalStateException("broken by a test"),
            NavigationTrigger.CLIENT_SIDE,
            null);
  }

  private static BrittlePart brittle() {
    var part = new BrittlePart();
    behind().bean(ApplicationContext.class).registerSingleton(HeaderPart.class, part);
    return part;
  }

  /// Something in every header that can be broken.
  private static final class BrittlePart implements HeaderPart {
    private final AtomicBoolean isBroken = new AtomicBoolean();

    @Override
    public int position() {
      return Integer.MAX_VALUE;
    }

    @Override
    public Component create() {
      if (isBroken.get()) {
        throw new IllegalStateException("a part of the frame is broken by a test");
      }
      return new Div();
    }
  }
}
