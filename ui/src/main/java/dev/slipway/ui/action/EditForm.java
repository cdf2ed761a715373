package dev.slipway.ui.action;

import static dev.slipway.ui.shell.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.internal.JacksonUtils;
import dev.slipway.api.action.CommandRequest;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.Editable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/// The inputs of a parked step that an operator may change, filled with what was tried.
final class EditForm extends Div {
  private final Map<Editable<?>, TextField> fields = new HashMap<>();
  private final Consumer<CommandRequest> send;

  EditForm(ActionType type, ActionStep step, Consumer<CommandRequest> send) {
    this.send = send;
    addClassName("sw-edit");
    setVisible(false);
    for (Editable<?> editable : type.step(step.id()).editable()) {
      var field = new TextField(text("input." + editable.field()));
      field.setValue(tried(step, editable.field()));
      field.setHelperText(text("edit.tried", field.getValue()));
      field.setErrorMessage(text("edit.wrong", editable.pattern()));
      fields.put(editable, field);
      add(field);
    }
    var check = new Button(text("edit.send"), click -> check());
    check.addThemeVariants(ButtonVariant.PRIMARY);
    check.setId("edit-send");
    add(check);
  }

  private static String tried(ActionStep step, String field) {
    var inputs = step.inputs();
    if (inputs == null) {
      return "";
    }
    return JacksonUtils.readTree(inputs).path(field).asString("");
  }

  private void check() {
    var inputs = new HashMap<String, Object>();
    boolean isFine = true;
    for (var each : fields.entrySet()) {
      var value = each.getValue().getValue();
      boolean isAccepted = each.getKey().accepts(value);
      each.getValue().setInvalid(!isAccepted);
      isFine &= isAccepted;
      inputs.put(each.getKey().field(), value);
    }
    if (isFine) {
      send.accept(
          new CommandRequest(
              CommandKind.RETRY_WITH.code(), null, null, Map.copyOf(inputs), null, null));
    }
  }
}
