package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.slipway.api.action.CommandRequest;
import dev.slipway.api.http.ProblemException;
import dev.slipway.ui.shell.part.Note;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.step.CommandKind;
import java.util.EnumMap;
import java.util.Map;

/// A row for each command: what it does, and its button. What does not fit says why.
final class CommandRows extends Div {
  private final CommandSender sender;
  private final ActionStep step;
  private final Parking parking;
  private final Div refusal = new Div();
  private final EditForm edit;
  private final Map<CommandKind, Button> buttons = new EnumMap<>(CommandKind.class);
  private final Map<CommandKind, Span> hints = new EnumMap<>(CommandKind.class);

  CommandRows(CommandSender sender, ActionReading reading, ActionStep step, Parking parking) {
    this.sender = sender;
    this.step = step;
    this.parking = parking;
    this.edit = new EditForm(reading, step, inputs -> send(CommandKind.RETRY_WITH, inputs));
    addClassName("sw-commands");
    refusal.getElement().setAttribute("role", "alert");
    add(refusal);
    for (CommandKind kind : CommandKind.values()) {
      add(row(kind));
      if (kind == CommandKind.RETRY_WITH) {
        add(edit);
      }
    }
  }

  private Div row(CommandKind kind) {
    var name = new Span(kind.label());
    name.addClassName("sw-strong");
    var hint = new Span();
    hint.addClassNames("sw-meta", "sw-second");
    var button = new Button(text("command." + kind.code() + ".button"), click -> press(kind));
    button.addThemeVariants(ButtonVariant.SMALL);
    button.setId("command-" + kind.code());
    button.setClassName("sw-abort", kind == CommandKind.ABORT);
    buttons.put(kind, button);
    hints.put(kind, hint);
    var row = new Div(name, button, hint);
    row.addClassName("sw-command-row");
    return row;
  }

  void show(ActionReading reading) {
    buttons.forEach((kind, button) -> {
      button.setEnabled(reading.may(kind));
      var hint = hints.get(kind);
      if (hint != null) {
        hint.setText(hintOf(kind, reading));
      }
    });
    if (!reading.may(CommandKind.RETRY_WITH)) {
      edit.setVisible(false);
    }
  }

  private String hintOf(CommandKind kind, ActionReading reading) {
    if (kind == CommandKind.ABORT && reading.isAbortHeldBack()) {
      return text("command.abort.protected");
    }
    return text("command." + kind.code() + (reading.may(kind) ? ".hint" : ".not") + phase());
  }

  private String phase() {
    return parking.phase() == Phase.UNDO ? ".undo" : "";
  }

  private void press(CommandKind kind) {
    switch (kind) {
      case RETRY -> send(kind, CommandRequest.of(kind.code(), null));
      case RETRY_WITH -> edit.setVisible(!edit.isVisible());
      case ADOPT, SKIP, ABORT ->
          new CommandDialog(kind, request -> send(kind, request), true).open();
    }
  }

  private void send(CommandKind kind, CommandRequest request) {
    refusal.removeAll();
    var button = buttons.get(kind);
    if (button != null) {
      button.setEnabled(false);
    }
    sender.send(this, bound(request), this::refused);
  }

  /// A command names the parking it answers, so that of two operators one wins.
  private CommandRequest bound(CommandRequest request) {
    return new CommandRequest(
        request.command(),
        parking.number(),
        step.id(),
        request.inputs(),
        request.externalId(),
        request.reason());
  }

  private void refused(ProblemException problem) {
    refusal.removeAll();
    refusal.add(new Note(Tone.FAILED, problem.detail()));
    buttons.values().forEach(button -> button.setEnabled(true));
  }
}
