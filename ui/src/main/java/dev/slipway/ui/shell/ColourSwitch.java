package dev.slipway.ui.shell;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import dev.slipway.ui.shell.part.Symbol;
import io.micronaut.context.annotation.Prototype;

/// Switches between dark and light colours.
@Prototype
public final class ColourSwitch extends NativeButton {
  private boolean isLight;

  ColourSwitch() {
    addClassName("sw-ib");
    addAttachListener(attach -> follow(attach.getUI()));
    addClickListener(click -> KeptColours.choose(!isLight));
  }

  private void follow(UI page) {
    show(KeptColours.isLight(page));
    var end =
        ComponentUtil.addListener(
            page, KeptColours.Chosen.class, chosen -> show(KeptColours.isLight(page)));
    addDetachListener(detach -> {
      end.remove();
      detach.unregisterListener();
    });
  }

  private void show(boolean light) {
    isLight = light;
    var label = text(light ? "colours.dark" : "colours.light");
    removeAll();
    add(new Symbol(light ? "moon" : "sun"));
    setTitle(label);
    getElement().setAttribute("aria-label", label);
  }
}
