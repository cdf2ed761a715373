package dev.slipway.ui.session;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.slipway.api.http.FieldError;
import dev.slipway.api.http.ProblemException;
import dev.slipway.ui.shell.failure.Refusal;
import dev.slipway.ui.shell.part.Note;
import dev.slipway.ui.shell.part.Tone;
import java.util.function.BiConsumer;

/// Changes the password of who is signed in.
final class PasswordForm extends Div {
  private final PasswordField current = field("account.password.current", "current");
  private final PasswordField next = field("account.password.new", "next");
  private final PasswordField again = field("account.password.again", "again");
  private final Div message = new Div();
  private final BiConsumer<String, String> change;

  /// @param change takes the present and the new password, or throws what a service throws
  PasswordForm(BiConsumer<String, String> change) {
    this.change = change;
    addClassName("sw-password-form");
    current.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
    next.setAutocomplete(Autocomplete.NEW_PASSWORD);
    again.setAutocomplete(Autocomplete.NEW_PASSWORD);
    next.setHelperText(text("account.password.new.hint"));
    message.addClassName("sw-messages");
    message.getElement().setAttribute("aria-live", "polite");
    var save = new Button(text("account.password.change"), click -> save());
    save.setId("password-change");
    add(current, next, again, message, new Div(save));
  }

  private static PasswordField field(String key, String id) {
    var field = new PasswordField(text(key));
    field.setId("password-" + id);
    return field;
  }

  private void save() {
    message.removeAll();
    refuse(current, current.isEmpty() ? text("account.password.missing") : "");
    refuse(next, "");
    boolean isSame = next.getValue().equals(again.getValue());
    refuse(again, isSame ? "" : text("account.password.different"));
    if (current.isEmpty() || !isSame) {
      return;
    }
    try {
      change.accept(current.getValue(), next.getValue());
      current.clear();
      next.clear();
      again.clear();
      message.add(new Note(Tone.DONE, text("account.password.changed")));
    } catch (RuntimeException e) {
      show(Refusal.of(e));
    }
  }

  private static void refuse(PasswordField field, String why) {
    field.setErrorMessage(why);
    field.setInvalid(!why.isEmpty());
  }

  private void show(ProblemException problem) {
    problem.errors().forEach(this::show);
    if (problem.errors().isEmpty()) {
      message.add(new Note(Tone.FAILED, problem.detail()));
    }
  }

  private void show(FieldError error) {
    refuse(error.pointer().equals("/current") ? current : next, error.detail());
  }
}
