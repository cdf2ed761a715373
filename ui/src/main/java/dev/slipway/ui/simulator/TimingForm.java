package dev.slipway.ui.simulator;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import dev.slipway.ui.shell.part.Note;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.simulator.Timing;
import java.time.Duration;
import java.util.function.UnaryOperator;

/// How long the location's tasks take.
final class TimingForm extends Section {
  private final UnaryOperator<Timing> replace;
  private final IntegerField create = millis("timing.create");
  private final IntegerField power = millis("timing.power");
  private final IntegerField configure = millis("timing.configure");
  private final IntegerField delete = millis("timing.delete");
  private final NumberField variance = new NumberField(text("timing.variance"));
  private final Div outcome = new Div();

  TimingForm(UnaryOperator<Timing> replace) {
    this.replace = replace;
    addClassName("sw-panel");
    variance.setStep(0.1);
    variance.setMin(0);
    variance.setMax(1);
    var save = new Button(text("timing.save"), click -> save());
    save.setId("timing-save");
    outcome.getElement().setAttribute("aria-live", "polite");
    var body = new Div(create, power, configure, delete, variance, save, outcome);
    body.addClassNames("sw-panel-body", "sw-timing-form");
    var head = new Div(new H2(text("timing.title")));
    head.addClassName("sw-panel-head");
    add(head, body);
  }

  private static IntegerField millis(String key) {
    var field = new IntegerField(text(key));
    field.setSuffixComponent(new Span("ms"));
    field.setMin(0);
    return field;
  }

  void show(Timing timing) {
    create.setValue(Math.toIntExact(timing.create().toMillis()));
    power.setValue(Math.toIntExact(timing.power().toMillis()));
    configure.setValue(Math.toIntExact(timing.configure().toMillis()));
    delete.setValue(Math.toIntExact(timing.delete().toMillis()));
    variance.setValue(timing.variance());
  }

  private void save() {
    outcome.removeAll();
    try {
      show(replace.apply(entered()));
      outcome.add(new Note(Tone.DONE, text("timing.saved")));
    } catch (IllegalArgumentException outOfBounds) {
      outcome.add(new Note(Tone.FAILED, String.valueOf(outOfBounds.getMessage())));
    }
  }

  private Timing entered() {
    return new Timing(
        span(create),
        span(power),
        span(configure),
        span(delete),
        variance.isEmpty() ? 0 : variance.getValue());
  }

  private static Duration span(IntegerField field) {
    return Duration.ofMillis(field.isEmpty() ? 0 : field.getValue());
  }
}
