package dev.slipway.ui.shell;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.ColorScheme;
import dev.slipway.ui.shell.part.KeptWord;
import java.time.Duration;

/// Dark or light colours; the browser keeps the choice for a year.
public final class KeptColours {
  private static final KeptWord WORD =
      new KeptWord("slipway_colours", Math.toIntExact(Duration.ofDays(365).toSeconds()));
  private static final String LIGHT = "light";
  private static final String DARK = "dark";

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
    ComponentUtil.setData(page, KeptColours.class.getName(), isLight ? LIGHT : DARK);
    page.getPage().setColorScheme(isLight ? ColorScheme.Value.LIGHT : ColorScheme.Value.DARK);
    WORD.keep(isLight ? LIGHT : DARK);
    ComponentUtil.fireEvent(page, new Chosen(page));
  }

  /// Uses what was chosen before, from the first paint on.
  static void apply(UI page) {
    if (isKeptLight()) {
      page.getPage().setColorScheme(ColorScheme.Value.LIGHT);
    }
  }

  /// Whether the browser of the present request keeps the light colours.
  static boolean isKeptLight() {
    return WORD.read().filter(LIGHT::equals).isPresent();
  }
}
