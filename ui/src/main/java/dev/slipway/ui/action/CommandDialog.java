package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.slipway.api.action.CommandRequest;
import dev.slipway.ui.shell.part.Toast;
import dev.slipway.workflows.step.CommandKind;
import java.util.function.Consumer;

/// Asks for the reason of a command that needs one, says what it does, and keeps the safe way
/// focused.
final class CommandDialog extends Dialog {
  private final CommandKind kind;
  private final Consumer<CommandRequest> confirmed;
  private final boolean isOperator;
  private final TextArea reason = new TextArea(text("command.reason"));
  private final TextField externalId = new TextField(text("command.external-id"));

  CommandDialog(CommandKind kind, Consumer<CommandRequest> confirmed, boolean isOperator) {
    this.kind = kind;
    this.confirmed = confirmed;
    this.isOperator = isOperator;
    var key = "command." + (isOperator ? kind.code() : "cancel");
    setHeaderTitle(text(key + ".title"));
    addClassName("sw-dialog");
    add(new Paragraph(text(key + ".explain")));
    if (kind == CommandKind.ADOPT) {
      externalId.setHelperText(text("command.external-id.hint"));
      add(externalId);
    }
    if (isOperator) {
      reason.setHelperText(text("command.reason.hint"));
      reason.setMaxLength(1000);
      add(reason);
    }
    var keep = new Button(text(key + ".keep"), click -> close());
    keep.setAutofocus(!isOperator);
    var confirm = new Button(text(key + ".confirm"), click -> confirm());
    confirm.setId("confirm");
    confirm.setDisableOnClick(false);
    confirm.addThemeVariants(ButtonVariant.PRIMARY);
    if (kind == CommandKind.ABORT) {
      confirm.addThemeVariants(ButtonVariant.ERROR);
    }
    getFooter().add(keep, confirm);
  }

  /// The dialog for taking back an action that is at work. A refusal stays until it is read.
  static CommandDialog abort(CommandSender sender, boolean isOperator) {
    Component at = UI.getCurrent();
    return new CommandDialog(
        CommandKind.ABORT, request -> sender.send(at, request, Toast::refused), isOperator);
  }

  private void confirm() {
    boolean isMissingReason = isOperator && reason.isEmpty();
    boolean isMissingId = kind == CommandKind.ADOPT && externalId.isEmpty();
    reason.setErrorMessage(text("command.reason.missing"));
    reason.setInvalid(isMissingReason);
    externalId.setErrorMessage(text("command.external-id.missing"));
    externalId.setInvalid(isMissingId);
    if (isMissingReason || isMissingId) {
      return;
    }
    var why = isOperator ? reason.getValue().strip() : text("command.cancel.reason");
    var adopted = kind == CommandKind.ADOPT ? externalId.getValue().strip() : null;
    confirmed.accept(new CommandRequest(kind.code(), null, null, null, adopted, why));
    close();
  }
}
