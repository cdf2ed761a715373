package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox.AutoExpandMode;
import dev.slipway.api.http.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Labels, each a chip. They are typed as `key=value`, also several at once with blanks or commas
/// between them, which none can have; a key that is typed again has its new value. What stands in
/// the field when it is left is taken, too (`slipway.js`).
final class LabelField extends Composite<MultiSelectComboBox<String>> {
  private static final String BETWEEN = "[,\\s]+";

  LabelField(Runnable changed) {
    var field = getContent();
    field.addClassName("sw-order-labels");
    field.setLabel(text("order.labels"));
    field.setPlaceholder(text("order.labels.add"));
    field.setHelperText(text("order.labels.hint"));
    field.setAllowCustomValue(true);
    field.setAutoOpen(false);
    field.getElement().setAttribute("data-chips", true);
    field.setAutoExpand(AutoExpandMode.VERTICAL);
    field.setManualValidation(true);
    field.setItems(List.of());
    field.addCustomValueSetListener(typed -> {
      add(typed.getDetail());
      changed.run();
    });
    field.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        changed.run();
      }
    });
  }

  private void add(String typed) {
    var all = new LinkedHashMap<>(labels());
    all.putAll(LabelLines.parse(typed.replaceAll(BETWEEN, "\n")));
    fill(all);
  }

  void fill(Map<String, String> labels) {
    var chips = LabelLines.list(labels);
    getContent().setItems(chips);
    getContent().setValue(chips);
  }

  Map<String, String> labels() {
    return LabelLines.parse(String.join("\n", getContent().getValue()));
  }

  /// Of several faults the first is said, with the label that it is of.
  void refuse(FieldError error) {
    var field = getContent();
    if (field.isInvalid()) {
      return;
    }
    field.setErrorMessage(LabelLines.sentence(error));
    field.setInvalid(true);
  }

  void clearError() {
    getContent().setInvalid(false);
  }
}
