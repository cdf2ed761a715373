package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import dev.slipway.ui.shell.part.Note;
import dev.slipway.ui.shell.part.Tone;

/// Says why what is at work cannot be taken back: its server is protected.
final class ProtectedDialog extends Dialog {

  /// @param isOperator whose words it speaks
  ProtectedDialog(boolean isOperator) {
    var key = "command." + (isOperator ? "abort" : "cancel");
    addClassName("sw-dialog");
    setHeaderTitle(text(key + ".title"));
    add(new Note(Tone.OFF, text("command.protected")));
    var keep = new Button(text(key + ".keep"), click -> close());
    keep.setId("protected-keep");
    addOpenedChangeListener(change -> keep.focus());
    getFooter().add(keep);
  }
}
