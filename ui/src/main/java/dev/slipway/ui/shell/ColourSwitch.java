package dev.slipway.ui.shell;

import static dev.slipway.ui.shell.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import io.micronaut.context.annotation.Prototype;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// Switches between dark and light colours; the browser keeps the choice for a year.
@Prototype
public final class ColourSwitch extends NativeButton {
  private static final String COOKIE = "slipway_colours";
  private static final String LIGHT = "light";

  private boolean isLight;

  ColourSwitch() {
    addClassName("sw-ib");
    addAttachListener(attach -> show(keptIsLight()));
    addClickListener(click -> choose(!isLight));
  }

  /// Uses what was chosen before, from the first paint on.
  static void applyKept(UI ui) {
    if (keptIsLight()) {
      ui.getPage().setColorScheme(ColorScheme.Value.LIGHT);
    }
  }

  private void choose(boolean light) {
    UI.getCurrent()
        .getPage()
        .setColorScheme(light ? ColorScheme.Value.LIGHT : ColorScheme.Value.DARK);
    keep(light);
    show(light);
  }

  private void show(boolean light) {
    isLight = light;
    var label = text(light ? "colours.dark" : "colours.light");
    removeAll();
    add(new Symbol(light ? "moon" : "sun"));
    setTitle(label);
    getElement().setAttribute("aria-label", label);
  }

  private static void keep(boolean light) {
    var cookie = new Cookie(COOKIE, light ? LIGHT : "dark");
    cookie.setPath("/");
    cookie.setMaxAge(Math.toIntExact(Duration.ofDays(365).toSeconds()));
    cookie.setAttribute("SameSite", "Lax");
    cookie.setSecure(VaadinRequest.getCurrent().isSecure());
    VaadinResponse.getCurrent().addCookie(cookie);
  }

  private static boolean keptIsLight() {
    var cookies = Optional.ofNullable(VaadinRequest.getCurrent()).map(VaadinRequest::getCookies);
    return cookies.stream()
        .flatMap(Stream::of)
        .anyMatch(each -> each.getName().equals(COOKIE) && LIGHT.equals(each.getValue()));
  }
}
