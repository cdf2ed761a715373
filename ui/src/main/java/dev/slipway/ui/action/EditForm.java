package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.internal.JacksonUtils;
import dev.slipway.api.action.CommandRequest;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.Editable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The inputs of a parked step that an operator may change, filled with what was tried.
final class EditForm extends Div {
  private final List<InputField> fields = new ArrayList<>();
  private final Consumer<CommandRequest> send;

  EditForm(ActionReading reading, ActionStep step, Consumer<CommandRequest> send) {
    this.send = send;
    addClassName("sw-edit");
    setVisible(false);
    for (Editable<?> editable : reading.action().type().step(step.id()).editable()) {
      var field = InputField.of(editable, reading.options(), tried(step, editable.field()));
      fields.add(field);
      add(field.component());
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
    for (InputField field : fields) {
      isFine &= field.check();
      inputs.put(field.name(), field.value());
    }
    if (isFine) {
      send.accept(
          new CommandRequest(
              CommandKind.RETRY_WITH.code(), null, null, Map.copyOf(inputs), null, null));
    }
  }
}
