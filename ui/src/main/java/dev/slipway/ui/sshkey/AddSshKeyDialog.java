package dev.slipway.ui.sshkey;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.slipway.api.http.FieldError;
import dev.slipway.api.http.ProblemException;
import dev.slipway.ui.shell.failure.Refusal;
import dev.slipway.ui.shell.part.Note;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.sshkey.SshKey;
import dev.slipway.workflows.sshkey.SshPublicKey;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// Takes a public key and a name for it. The fingerprint is shown before anything is stored, so
/// that it can be compared with what `ssh-keygen -l` says.
public final class AddSshKeyDialog extends Dialog {
  private final TextArea publicKey = new TextArea(text("keys.ssh.public"));
  private final TextField name = new TextField(text("keys.ssh.name"));
  private final Div fingerprint = new Div();
  private final Div message = new Div();
  private final BiFunction<String, String, SshKey> create;
  private final Consumer<SshKey> created;

  /// @param create takes name and public key, stores them, or throws what a service throws
  /// @param created what to do with the stored key
  public AddSshKeyDialog(BiFunction<String, String, SshKey> create, Consumer<SshKey> created) {
    this.create = create;
    this.created = created;
    addClassName("sw-dialog");
    setHeaderTitle(text("keys.ssh.add"));
    publicKey.setPlaceholder("ssh-ed25519 AAAA…");
    publicKey.setHelperText(text("keys.ssh.public.hint"));
    publicKey.setMinRows(3);
    publicKey.setMaxRows(5);
    publicKey.addClassName("sw-mono-field");
    publicKey.setValueChangeMode(ValueChangeMode.LAZY);
    publicKey.addValueChangeListener(change -> look());
    publicKey.setAutofocus(true);
    name.setMaxLength(SshKey.LONGEST_NAME);
    name.setHelperText(text("keys.ssh.name.hint"));
    fingerprint.getElement().setAttribute("aria-live", "polite");
    fingerprint.addClassName("sw-fingerprint");
    message.addClassName("sw-messages");
    message.getElement().setAttribute("role", "alert");
    var leave = new Button(text("keys.ssh.leave"), click -> close());
    var add = new Button(text("keys.ssh.store"), click -> store());
    add.setId("ssh-key-store");
    add.addThemeVariants(ButtonVariant.PRIMARY);
    add(publicKey, fingerprint, name, message);
    getFooter().add(leave, add);
  }

  private void look() {
    fingerprint.removeAll();
    publicKey.setInvalid(false);
    if (publicKey.isEmpty()) {
      return;
    }
    try {
      var read = SshPublicKey.parse(publicKey.getValue());
      var print = new Span(read.fingerprint());
      print.addClassName("sw-mono");
      fingerprint.add(new Span(text("keys.ssh.fingerprint") + " "), print);
      if (name.isEmpty() && read.comment().length() <= SshKey.LONGEST_NAME) {
        name.setValue(read.comment());
      }
    } catch (IllegalArgumentException wrong) {
      refuseKey(wrong.getMessage() + ".");
    }
  }

  private void refuseKey(String why) {
    publicKey.setErrorMessage(why);
    publicKey.setInvalid(true);
  }

  private void store() {
    message.removeAll();
    name.setInvalid(false);
    publicKey.setInvalid(false);
    try {
      var key = create.apply(name.getValue().strip(), publicKey.getValue());
      close();
      created.accept(key);
    } catch (RuntimeException e) {
      show(Refusal.of(e));
    }
  }

  private void show(ProblemException problem) {
    problem.errors().forEach(this::show);
    if (problem.errors().isEmpty()) {
      message.add(new Note(Tone.FAILED, problem.detail()));
    }
  }

  private void show(FieldError error) {
    if (error.pointer().equals("/name")) {
      name.setErrorMessage(error.detail());
      name.setInvalid(true);
    } else {
      refuseKey(error.detail());
    }
  }
}
