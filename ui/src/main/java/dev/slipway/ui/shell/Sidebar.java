package dev.slipway.ui.shell;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.MenuEntry.Group;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.ui.shell.part.Avatar;
import dev.slipway.ui.shell.part.Symbol;
import io.micronaut.context.annotation.Prototype;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/// The way to every page the person may see, with how many things wait there.
@Prototype
public final class Sidebar extends Aside {
  private static final Duration COUNTS_AT_MOST_EVERY = Duration.ofSeconds(2);

  private final SignedIn signedIn;
  private final Map<MenuEntry, Span> counts = new HashMap<>();

  Sidebar(SignedIn signedIn, Menu menu, ColourSwitch colourSwitch, Live live) {
    this.signedIn = signedIn;
    addClassName("sw-side");
    getElement().setAttribute("aria-label", text("menu.side"));
    add(brand(), workspace());
    for (Group group : Group.values()) {
      var entries = menu.entries(signedIn.caller(), group);
      if (!entries.isEmpty()) {
        add(navigation(group, entries));
      }
    }
    add(foot(colourSwitch));
    var caller = signedIn.caller();
    live.followInFrame(
        this,
        new Live.Interest<>(COUNTS_AT_MOST_EVERY, change -> true, () -> read(caller), this::show));
    addAttachListener(attach -> {
      var told = ComponentUtil.addListener(attach.getUI(), Counted.class, this::show);
      addDetachListener(detach -> {
        told.remove();
        detach.unregisterListener();
      });
    });
  }

  private void show(Counted counted) {
    counts
        .keySet()
        .forEach(entry -> {
          var number = counted.at(entry.path());
          if (number != null) {
            show(entry, OptionalLong.of(number));
          }
        });
  }

  void recount() {
    show(read(signedIn.caller()));
  }

  private static Anchor brand() {
    var mark = new Span(new Symbol("mark"));
    mark.addClassName("sw-mark");
    var brand = new Anchor("", mark, new Span(text("brand")));
    brand.addClassName("sw-brand");
    brand.getElement().setAttribute("router-link", true);
    return brand;
  }

  private Div workspace() {
    var tenant = signedIn.profile().tenant();
    boolean isPlatform = signedIn.caller().role().isPlatform();
    var name = new Span(tenant.name());
    name.addClassNames("sw-strong", "sw-ellipsis");
    var kind = new Span(text(isPlatform ? "workspace.platform" : "workspace.tenant"));
    kind.addClassName("sw-meta");
    var words = new Div(name, kind);
    words.addClassName("sw-grow");
    var avatar = Avatar.square(tenant.name());
    avatar.setClassName("platform", isPlatform);
    var box = new Div(avatar, words);
    box.addClassName("sw-workspace");
    return box;
  }

  private SideNav navigation(Group group, List<MenuEntry> entries) {
    var nav = new SideNav();
    if (group == Group.MAIN) {
      nav.getElement().setAttribute("aria-label", text("menu.main"));
    } else {
      nav.setLabel(text("menu." + group.name().toLowerCase(Locale.ROOT)));
    }
    entries.forEach(entry -> nav.addItem(item(entry)));
    return nav;
  }

  private SideNavItem item(MenuEntry entry) {
    var item = new SideNavItem(text(entry.label()), entry.path(), new Symbol(entry.icon()));
    item.setMatchNested(!entry.path().isEmpty());
    item.getElement().setAttribute("title", text(entry.label()));
    item.getElement().setAttribute("data-go", entry.key());
    var count = new Span();
    count.setVisible(false);
    item.setSuffixComponent(count);
    counts.put(entry, count);
    return item;
  }

  private Div foot(ColourSwitch colourSwitch) {
    var role = new Span(signedIn.caller().role().label());
    role.addClassName("sw-meta");
    var foot = new Div(role, colourSwitch);
    foot.addClassName("sw-side-foot");
    return foot;
  }

  private Map<MenuEntry, OptionalLong> read(Caller caller) {
    var numbers = new HashMap<MenuEntry, OptionalLong>();
    counts.keySet().forEach(entry -> numbers.put(entry, entry.count(caller)));
    return numbers;
  }

  private void show(Map<MenuEntry, OptionalLong> numbers) {
    numbers.forEach(this::show);
  }

  private void show(MenuEntry entry, OptionalLong number) {
    var count = counts.get(entry);
    if (count == null) {
      return;
    }
    boolean isShown = number.isPresent() && !(entry.isUrgent() && number.getAsLong() == 0);
    count.setText(isShown ? text("number", number.getAsLong()) : "");
    count.setVisible(isShown);
    count.setClassName("sw-count", entry.isUrgent());
    count.setClassName("parked", entry.isUrgent());
  }
}
