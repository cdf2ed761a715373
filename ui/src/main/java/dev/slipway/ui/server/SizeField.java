package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.slipway.api.http.FieldError;
import java.util.Optional;

/// One part of an own size: a whole number within bounds. It takes whatever is typed as it stands,
/// so that what is no such number is refused and never read as another one.
final class SizeField extends Composite<NumberField> {
  private final String pointer;
  private int least;
  private int most;

  /// @param pointer the field of the request, such as `/size/vcpus`
  /// @param unit empty for a plain count
  SizeField(String pointer, String label, String unit, Runnable changed) {
    this.pointer = pointer;
    var field = getContent();
    field.setLabel(label);
    field.setStep(1);
    field.setStepButtonsVisible(true);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setManualValidation(true);
    if (!unit.isEmpty()) {
      field.setSuffixComponent(new Span(unit));
    }
    field.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        changed.run();
      }
    });
  }

  /// Asks for a number within bounds, and offers the plan's.
  void offer(int usual, int fewest, int greatest) {
    least = fewest;
    most = greatest;
    getContent().setMin(least);
    getContent().setMax(most);
    getContent().setHelperText(text("size.range", least, most));
    fill(usual);
  }

  void fill(double amount) {
    getContent().setValue(amount);
  }

  /// What is typed, if it can be ordered.
  Optional<Integer> amount() {
    return Optional.ofNullable(getContent().getValue())
        .filter(typed -> typed >= least && typed <= most && typed == Math.rint(typed))
        .map(Double::intValue);
  }

  Optional<FieldError> error() {
    return amount().isPresent()
        ? Optional.empty()
        : Optional.of(new FieldError(pointer, "out_of_range", text("size.wrong", least, most)));
  }

  boolean isAt(String place) {
    return pointer.equals(place);
  }

  void refuse(String why) {
    getContent().setErrorMessage(why);
    getContent().setInvalid(true);
  }

  void clearError() {
    getContent().setInvalid(false);
  }
}
