package dev.slipway.ui.shell;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// Dark or light colours; the browser keeps the choice for a year.
public final class KeptColours {
  private static final String COOKIE = "slipway_colours";
  private static final String LIGHT = "light";

  private KeptColours() {}

  /// Other colours were chosen for a page.
  static final class Chosen extends ComponentEvent<UI> {
    private static final long serialVersionUID = 1L;

    Chosen(UI page) {
      super(page, false);
    }
  }

  /// Whether a page is light at present.
  public static boolean isLight(UI page) {
    var chosen = ComponentUtil.getData(page, KeptColours.class.getName());
    return chosen == null ? isKeptLight() : LIGHT.equals(chosen);
  }

  /// Colours the present page, and keeps the choice.
  public static void choose(boolean isLight) {
    var page = UI.getCurrent();
    ComponentUtil.setData(page, KeptColours.class.getName(), isLight ? LIGHT : "dark");
    page.getPage().setColorScheme(isLight ? ColorScheme.Value.LIGHT : ColorScheme.Value.DARK);
    keep(isLight);
    ComponentUtil.fireEvent(page, new Chosen(page));
  }

  /// Uses what was chosen before, from the first paint on.
  static void apply(UI page) {
    if (isKeptLight()) {
      page.getPage().setColorScheme(ColorScheme.Value.LIGHT);
    }
  }

  private static void keep(boolean isLight) {
    var cookie = new Cookie(COOKIE, isLight ? LIGHT : "dark");
    cookie.setPath("/");
    cookie.setMaxAge(Math.toIntExact(Duration.ofDays(365).toSeconds()));
    cookie.setAttribute("SameSite", "Lax");
    cookie.setSecure(VaadinRequest.getCurrent().isSecure());
    VaadinResponse.getCurrent().addCookie(cookie);
  }

  private static boolean isKeptLight() {
    var cookies = Optional.ofNullable(VaadinRequest.getCurrent()).map(VaadinRequest::getCookies);
    return cookies.stream()
        .flatMap(Stream::of)
        .anyMatch(each -> each.getName().equals(COOKIE) && LIGHT.equals(each.getValue()));
  }
}
