package dev.slipway.ui.attention;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.slipway.api.action.CommandRequest;
import dev.slipway.api.action.CommandResult;
import dev.slipway.ui.action.ActionRow;
import dev.slipway.ui.action.InputField;
import dev.slipway.ui.shell.part.Note;
import dev.slipway.ui.shell.part.Symbol;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.step.Editable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One command for everything that is chosen, and what came of it.
final class BulkPanel extends Section {
  private static final List<CommandKind> OFFERED =
      List.of(CommandKind.RETRY, CommandKind.RETRY_WITH, CommandKind.SKIP, CommandKind.ABORT);

  private final BulkCommands.Sender sender;
  private final Runnable refresh;
  private final H2 title = new H2();
  private final Select<CommandKind> command = new Select<>();
  private final TextField reason = new TextField(text("command.reason"));
  private final Div inputs = new Div();
  private final Map<String, InputField> fields = new LinkedHashMap<>();
  private final Div outcome = new Div();
  private final Button send = new Button("", click -> send());
  private final Button mine;
  private final Button back;
  private List<ActionRow> chosen = List.of();

  BulkPanel(BulkCommands.Sender sender, Runnable refresh) {
    this.sender = sender;
    this.refresh = refresh;
    addClassName("sw-panel");
    var head = new Div(title);
    head.addClassName("sw-panel-head");
    command.setLabel(text("bulk.command"));
    command.setItems(OFFERED);
    command.setItemLabelGenerator(CommandKind::label);
    command.setValue(CommandKind.RETRY);
    command.addValueChangeListener(change -> fit());
    reason.setHelperText(text("command.reason.hint"));
    inputs.addClassName("sw-bulk-inputs");
    send.setId("bulk-send");
    send.addThemeVariants(ButtonVariant.PRIMARY);
    mine = new Button(text("bulk.mine"), new Symbol("user"), click -> takeOver());
    mine.addThemeVariants(ButtonVariant.TERTIARY);
    back = new Button(text("bulk.back"), new Symbol("user"), click -> giveBack());
    back.addThemeVariants(ButtonVariant.TERTIARY);
    outcome.addClassName("sw-messages");
    outcome.getElement().setAttribute("aria-live", "polite");
    var body = new Div(command, inputs, reason, outcome, send, mine, back);
    body.addClassNames("sw-panel-body", "sw-col", "snug");
    add(head, body);
  }

  void show(Set<Choice> selected, AttentionListing listing) {
    chosen =
        listing.causes().stream()
            .flatMap(cause -> cause.rows().stream())
            .filter(row -> selected.contains(Choice.of(row.action())))
            .toList();
    int count = chosen.size();
    title.setText(count == 0 ? text("bulk.none") : text("bulk.title", count));
    send.setText(count == 0 ? text("bulk.choose") : text("bulk.send", count));
    send.setEnabled(count > 0);
    boolean areMine = count > 0 && actions().allMatch(sender::keeps);
    mine.setEnabled(count > 0);
    mine.setVisible(!areMine);
    back.setVisible(areMine);
    offerInputs(listing);
    fit();
  }

  private Stream<Action> actions() {
    return chosen.stream().map(ActionRow::action);
  }

  private void offerInputs(AttentionListing listing) {
    var editable =
        actions()
            .flatMap(BulkPanel::editableFields)
            .collect(Collectors.toMap(Editable::field, field -> field, (one, _) -> one));
    if (!fields.keySet().equals(editable.keySet())) {
      fields.clear();
      inputs.removeAll();
      editable.forEach(
          (name, field) -> fields.put(name, InputField.of(field, listing.options(), "")));
      fields.values().forEach(field -> inputs.add(field.component()));
    }
  }

  private static Stream<Editable<?>> editableFields(Action action) {
    var parking = action.parking();
    return parking == null
        ? Stream.empty()
        : action.type().step(parking.step()).editable().stream().<Editable<?>>map(field -> field);
  }

  private void fit() {
    var kind = command.getValue();
    reason.setVisible(kind.needsReason());
    inputs.setVisible(kind == CommandKind.RETRY_WITH);
  }

  private void send() {
    var kind = command.getValue();
    boolean isMissing = kind.needsReason() && reason.isEmpty();
    reason.setErrorMessage(text("command.reason.missing"));
    reason.setInvalid(isMissing);
    if (isMissing || (kind == CommandKind.RETRY_WITH && !areInputsFine())) {
      return;
    }
    send.setEnabled(false);
    var titles =
        chosen.stream().collect(Collectors.toMap(row -> row.action().id(), ActionRow::title));
    sender.send(this, actions().toList(), request(kind), results -> showOutcome(results, titles));
  }

  /// An empty field leaves that input as it is, but one must be filled.
  private boolean areInputsFine() {
    boolean areAllEmpty = fields.values().stream().allMatch(field -> field.value().isEmpty());
    boolean isFine = true;
    for (InputField field : fields.values()) {
      boolean isLeft = field.value().isEmpty() && !areAllEmpty;
      if (isLeft) {
        field.clearError();
      } else {
        isFine &= field.check();
      }
    }
    return isFine && !areAllEmpty;
  }

  private CommandRequest request(CommandKind kind) {
    Map<String, Object> edited = new HashMap<>();
    fields.forEach((name, field) -> {
      if (!field.value().isEmpty()) {
        edited.put(name, field.value());
      }
    });
    return new CommandRequest(
        kind.code(),
        null,
        null,
        kind == CommandKind.RETRY_WITH ? edited : null,
        null,
        kind.needsReason() ? reason.getValue().strip() : null);
  }

  private void showOutcome(List<CommandResult> results, Map<ActionId, String> titles) {
    long obeyed = results.stream().filter(result -> result.problem() == null).count();
    outcome.removeAll();
    if (obeyed > 0) {
      outcome.add(new Note(Tone.DONE, text("bulk.obeyed", obeyed)));
    }
    results.stream()
        .filter(result -> result.problem() != null)
        .forEach(result -> outcome.add(new Note(Tone.FAILED, refusal(result, titles))));
    send.setEnabled(true);
    refresh.run();
  }

  private static Span refusal(CommandResult result, Map<ActionId, String> titles) {
    var problem = result.problem();
    var why = problem == null ? "" : problem.detail();
    return new Span(
        text("bulk.refused", titles.getOrDefault(result.action(), result.action().value()), why));
  }

  private void takeOver() {
    sender.takeOver(actions().toList());
    refresh.run();
  }

  private void giveBack() {
    sender.giveBack(actions().toList());
    refresh.run();
  }
}
