package dev.slipway.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import dev.slipway.ui.session.IdleWarning;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.failure.FailureView;
import dev.slipway.ui.shell.live.Awaited;
import dev.slipway.ui.shell.live.Freshness;
import io.micronaut.context.annotation.Prototype;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What stands around every page once somebody has signed in.
@Prototype
public final class MainLayout extends AppLayout implements AfterNavigationObserver {
  /// What a page tells of while somebody uses it (`presence.js`).
  public static final String PRESENT = "sw-present";

  private final Sidebar sidebar;
  private final TopBar top;
  private final BottomBar bottom;
  private final Freshness freshness = new Freshness();
  private final IdleWarning idle;
  private final Awaited awaited = new Awaited();
  private final Div frame = new Div();

  MainLayout(Sidebar sidebar, TopBar top, BottomBar bottom, SignedIn signedIn) {
    this.sidebar = sidebar;
    this.top = top;
    this.bottom = bottom;
    this.idle = new IdleWarning(signedIn.patience());
    setPrimarySection(Section.DRAWER);
    addToDrawer(sidebar);
    addToNavbar(top);
    frame.addClassName("sw-frame");
    setContent(frame);
    signedIn.showPresence();
    getElement().addEventListener(PRESENT, event -> signedIn.showPresence()).allowInert();
  }

  /// What says how fresh the page is.
  public Freshness freshness() {
    return freshness;
  }

  @Override
  public void showRouterLayoutContent(HasElement content) {
    frame.removeAll();
    if (!(content instanceof FailureView)) {
      frame.add(freshness);
    }
    content.getElement().getComponent().ifPresent(frame::add);
    frame.add(awaited, bottom, idle);
  }

  @Override
  public void removeRouterLayoutContent(@Nullable HasElement old) {
    frame.removeAll();
  }

  @Override
  public void afterNavigation(AfterNavigationEvent event) {
    frame
        .getChildren()
        .filter(Page.class::isInstance)
        .map(Page.class::cast)
        .findFirst()
        .ifPresent(page -> top.show(page.crumbs()));
    bottom.showCurrent(event.getLocation().getPath());
  }

  /// Shows a page's way anew, for pages whose name changes while they are open.
  public static void refresh(Page page) {
    around(page).ifPresent(layout -> layout.top.show(page.crumbs()));
  }

  /// Counts anew what the sidebar counts, after a change on a page that nobody else tells of.
  public static void recount(Page page) {
    around(page).ifPresent(layout -> layout.sidebar.recount());
  }

  private static Optional<MainLayout> around(Page page) {
    return Stream.iterate(
            page.getParent(), Optional::isPresent, at -> at.flatMap(Component::getParent))
        .flatMap(Optional::stream)
        .filter(MainLayout.class::isInstance)
        .map(MainLayout.class::cast)
        .findFirst();
  }
}
