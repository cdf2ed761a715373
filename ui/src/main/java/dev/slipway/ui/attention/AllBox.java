package dev.slipway.ui.attention;

import com.vaadin.flow.component.checkbox.Checkbox;
import java.util.function.Consumer;

/// A box that chooses many, and shows whether all, some or none of them are chosen.
final class AllBox extends Checkbox {

  /// @param label what it chooses, for who sees none of it
  /// @param chosen is told when somebody chooses all, or none
  AllBox(String label, Consumer<Boolean> chosen) {
    setAriaLabel(label);
    addValueChangeListener(change -> {
      if (change.isFromClient()) {
        chosen.accept(change.getValue());
      }
    });
  }

  void show(long chosen, long shown) {
    setValue(chosen == shown);
    setIndeterminate(chosen > 0 && chosen < shown);
  }
}
