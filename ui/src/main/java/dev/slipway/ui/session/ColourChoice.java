package dev.slipway.ui.session;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import dev.slipway.ui.shell.KeptColours;

/// Dark or light, as one prefers.
final class ColourChoice extends Composite<RadioButtonGroup<Boolean>> {

  ColourChoice() {
    var group = getContent();
    group.setAriaLabel(text("account.colours"));
    group.setHelperText(text("account.colours.hint"));
    group.setItems(false, true);
    group.setItemLabelGenerator(
        isLight -> text(isLight ? "account.colours.light" : "account.colours.dark"));
    addAttachListener(attach -> group.setValue(KeptColours.isLight(attach.getUI())));
    group.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        KeptColours.choose(change.getValue());
      }
    });
  }
}
