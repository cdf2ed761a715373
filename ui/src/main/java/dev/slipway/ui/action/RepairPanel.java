package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.part.Facts;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionError;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.step.StepKey;
import java.util.stream.Collectors;

/// A parked step's case: why it stopped, what exists, and every command one may give. It stays as
/// it is until the parking has another number, so nothing that was typed gets lost.
final class RepairPanel extends Div {
  private final Div why = new Div();
  private final CommandRows commands;
  private final Parking parking;
  private long sameCause = -1;

  RepairPanel(CommandSender sender, ActionStep step, Parking parking, ActionReading reading) {
    this.parking = parking;
    addClassNames("sw-repair", "sw-step-full", "parked");
    why.addClassName("sw-repair-why");
    commands = new CommandRows(sender, reading, step, parking);
    add(why, commands);
    show(reading);
  }

  void show(ActionReading reading) {
    commands.show(reading);
    if (reading.sameCause() != sameCause) {
      sameCause = reading.sameCause();
      why.removeAll();
      why.add(title(reading), facts(reading));
    }
  }

  private Span title(ActionReading reading) {
    var title = new Span(reading.titleOf(parking));
    title.addClassName("sw-repair-title");
    return title;
  }

  private Facts facts(ActionReading reading) {
    var facts = new Facts();
    var error = reading.action().error();
    if (error != null && error.step().equals(parking.step())) {
      facts.with(text("repair.answer"), raw(error));
    }
    facts.with(text("repair.exists"), existing(reading.action()));
    var unseen = unseen(reading.action());
    if (!unseen.isEmpty()) {
      facts.with(text("repair.may-exist"), unseen);
    }
    facts.with(text("repair.costs"), text("repair.costs.nothing"));
    if (sameCause > 0) {
      facts.with(text("repair.same"), new Span(text("repair.same.count", sameCause)), together());
    }
    facts.with(text("repair.next"), text("repair.next.nothing"));
    facts.with(text("repair.advice"), advice(reading));
    return facts;
  }

  private String advice(ActionReading reading) {
    return reading.isOfWrongId() ? text("repair.no-such-id.next") : parking.cause().next();
  }

  private static Component raw(ActionError error) {
    var raw = new Span(error.message());
    raw.addClassName("sw-mono");
    return raw;
  }

  private static Anchor together() {
    var link = new Anchor("attention", text("repair.same.together"));
    link.getElement().setAttribute("router-link", true);
    return link;
  }

  private static String existing(Action action) {
    var made =
        action.steps().stream()
            .filter(step -> step.externalId() != null)
            .map(step -> text("repair.exists.one", step.label(), step.externalId()))
            .collect(Collectors.joining(", "));
    return made.isEmpty() ? text("repair.exists.nothing") : made;
  }

  /// What a lost reply hides: nobody has seen it, and its name finds it if it is there.
  private static String unseen(Action action) {
    return action.steps().stream()
        .filter(step -> action.type().step(step.id()).undo().isPresent())
        .filter(ActionStep::mayHaveUnseenEffect)
        .map(step ->
            text(
                "repair.may-exist.one",
                step.label(),
                new StepKey(action.id().value(), step.id(), step.generation()).toString()))
        .collect(Collectors.joining(", "));
  }
}
