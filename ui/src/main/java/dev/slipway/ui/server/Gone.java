package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.slipway.ui.shell.part.Note;
import dev.slipway.ui.shell.part.Tone;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// SSH keys that an address names and that do not exist any more. A person goes on without them;
/// the form never does so by itself.
final class Gone extends Div {
  private static final int SHOWN = 40;

  private final List<String> names = new ArrayList<>();
  private final Runnable accepted;

  Gone(Runnable accepted) {
    this.accepted = accepted;
    setId("order-keys-gone");
    addClassNames("sw-col", "tight");
    setVisible(false);
  }

  void show(List<String> gone) {
    names.clear();
    names.addAll(gone);
    removeAll();
    setVisible(!gone.isEmpty());
    if (gone.isEmpty()) {
      return;
    }
    var shown = String.join(", ", gone.stream().map(Gone::shortened).toList());
    var accept = new Button(text("order.keys.gone.accept"), click -> accept());
    accept.setId("order-keys-accept");
    accept.addThemeVariants(ButtonVariant.SMALL);
    add(new Note(Tone.FAILED, text("order.keys.gone", gone.size(), shown)), new Div(accept));
  }

  private void accept() {
    show(List.of());
    accepted.run();
  }

  List<String> names() {
    return List.copyOf(names);
  }

  /// A code from an address, which may be of any length.
  static String shortened(@Nullable String code) {
    var named = code == null ? "" : code;
    return named.length() > SHOWN ? named.substring(0, SHOWN) + "…" : named;
  }
}
