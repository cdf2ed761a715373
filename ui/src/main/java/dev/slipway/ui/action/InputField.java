package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextField;
import dev.slipway.ui.action.InputOptions.Option;
import dev.slipway.workflows.step.Editable;
import java.util.ArrayList;
import java.util.function.Supplier;

/// The field of one input that an operator may change: a choice where there is a list of what
/// exists, else a text with its pattern.
public final class InputField {
  private final Editable<?> editable;
  private final HasValidationProperties field;
  private final Supplier<String> value;

  private InputField(Editable<?> editable, HasValidationProperties field, Supplier<String> value) {
    this.editable = editable;
    this.field = field;
    this.value = value;
  }

  /// The field that fits an input.
  ///
  /// @param tried what was tried before, empty for a field that may stay empty
  public static InputField of(Editable<?> editable, InputOptions options, String tried) {
    return options.of(editable.field()).isEmpty()
        ? typed(editable, tried)
        : choice(editable, options, tried);
  }

  private static InputField choice(Editable<?> editable, InputOptions options, String tried) {
    var field = new Select<Option>();
    var offered = new ArrayList<>(options.of(editable.field()));
    var before = offered.stream().filter(each -> each.code().equals(tried)).findFirst();
    if (!tried.isEmpty() && before.isEmpty()) {
      offered.addFirst(new Option(tried, tried));
    }
    field.setItems(offered);
    field.setItemLabelGenerator(each -> each == null ? "" : each.label());
    field.setEmptySelectionAllowed(tried.isEmpty());
    field.setErrorMessage(text("edit.choose"));
    offered.stream().filter(each -> each.code().equals(tried)).forEach(field::setValue);
    name(editable, field, tried);
    return new InputField(
        editable, field, () -> field.getOptionalValue().map(Option::code).orElse(""));
  }

  private static InputField typed(Editable<?> editable, String tried) {
    var field = new TextField();
    field.setValue(tried);
    field.setManualValidation(true);
    field.setErrorMessage(text("edit.wrong", editable.pattern()));
    name(editable, field, tried);
    return new InputField(editable, field, () -> field.getValue().strip());
  }

  private static <F extends HasLabel & HasHelper> void name(
      Editable<?> editable, F field, String tried) {
    field.setLabel(text("input." + editable.field()));
    if (!tried.isEmpty()) {
      field.setHelperText(text("edit.tried", tried));
    }
  }

  /// What stands on the page.
  public Component component() {
    return (Component) field;
  }

  /// The input's name.
  public String name() {
    return editable.field();
  }

  /// What is chosen or typed, empty for nothing.
  public String value() {
    return value.get();
  }

  /// Whether the value is one the input takes; says so at the field when not.
  public boolean check() {
    boolean isAccepted = editable.accepts(value());
    field.setInvalid(!isAccepted);
    return isAccepted;
  }

  /// Takes a former complaint back.
  public void clearError() {
    field.setInvalid(false);
  }
}
