package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.slipway.api.http.FieldError;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.api.server.ServerChange;
import dev.slipway.api.server.ServerService;
import dev.slipway.ui.shell.failure.Refusal;
import dev.slipway.ui.shell.part.Note;
import dev.slipway.ui.shell.part.Toast;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.server.Server;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/// Name, labels and protection of a server. When somebody else changed them meanwhile, nothing is
/// overwritten: it says so, and offers what is there now.
final class EditServerDialog extends Dialog {
  private final TextField name = new TextField(text("server.edit.name"));
  private final TextArea labels = new TextArea(text("server.edit.labels"));
  private final Checkbox isProtected = new Checkbox(text("server.edit.protected"));
  private final Div message = new Div();
  private final BiConsumer<Server, ServerChange> save;
  private final Supplier<Server> present;
  private Server seen;

  /// @param save takes the server as it was seen, and the change
  /// @param present reads the server as it is now
  EditServerDialog(Server seen, BiConsumer<Server, ServerChange> save, Supplier<Server> present) {
    this.seen = seen;
    this.save = save;
    this.present = present;
    addClassName("sw-dialog");
    setHeaderTitle(text("server.edit.title", seen.name()));
    name.setHelperText(text("order.name.hint"));
    name.setMaxLength(63);
    labels.setHelperText(text("server.edit.labels.hint"));
    isProtected.setHelperText(text("server.edit.protected.hint"));
    message.getElement().setAttribute("aria-live", "polite");
    message.addClassName("sw-messages");
    var leave = new Button(text("server.edit.leave"), click -> close());
    var done = new Button(text("server.edit.save"), click -> save());
    done.setId("server-save");
    done.addThemeVariants(ButtonVariant.PRIMARY);
    add(message, name, labels, isProtected);
    getFooter().add(leave, done);
    name.setAutofocus(true);
    fill();
  }

  private void fill() {
    name.setValue(seen.name().value());
    labels.setValue(LabelLines.of(seen.labels()));
    isProtected.setValue(seen.isProtected());
  }

  private void save() {
    clearErrors();
    var wanted =
        new ServerChange(
            name.getValue().strip(), LabelLines.parse(labels.getValue()), isProtected.getValue());
    var repeated = LabelLines.repeated(labels.getValue());
    if (!repeated.isEmpty()) {
      repeated.forEach(key -> refuseLabels(text("server.edit.labels.repeated", key)));
      ServerService.faultsOf(wanted).forEach(this::show);
      return;
    }
    try {
      save.accept(seen, wanted);
      close();
      Toast.done(text("server.edit.saved", name.getValue().strip()));
    } catch (RuntimeException e) {
      show(Refusal.of(e));
    }
  }

  private void clearErrors() {
    message.removeAll();
    name.setInvalid(false);
    labels.setInvalid(false);
  }

  private void show(ProblemException problem) {
    if (problem.type() == ProblemType.PRECONDITION_FAILED) {
      offerPresent();
    } else if (problem.errors().isEmpty()) {
      message.add(new Note(Tone.FAILED, problem.detail()));
    } else {
      problem.errors().forEach(this::show);
    }
  }

  private void show(FieldError error) {
    if (error.pointer().startsWith("/labels")) {
      refuseLabels(LabelLines.sentence(error));
    } else {
      name.setErrorMessage(error.detail());
      name.setInvalid(true);
    }
  }

  /// One sentence after the other, where there are several faults.
  private void refuseLabels(String why) {
    labels.setErrorMessage(labels.isInvalid() ? labels.getErrorMessage() + " " + why : why);
    labels.setInvalid(true);
  }

  private void offerPresent() {
    var load = new Button(text("server.edit.load"), click -> load());
    load.setId("server-load");
    load.addThemeVariants(ButtonVariant.SMALL);
    message.add(new Note(Tone.PARKED, new Div(text("server.edit.changed")), load));
  }

  private void load() {
    clearErrors();
    try {
      seen = present.get();
      fill();
    } catch (RuntimeException e) {
      show(Refusal.of(e));
    }
  }
}
