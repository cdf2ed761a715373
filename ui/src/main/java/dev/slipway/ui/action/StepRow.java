package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.part.StatusGlyph;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.action.ActionStep;
import dev.slipway.workflows.action.Parking;
import dev.slipway.workflows.action.StepStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One step: glyph, name, time, what it does or waits for, its attempts, and its repair.
final class StepRow extends ListItem {
  private final CommandSender sender;
  private final boolean isOperator;
  private final Span glyph = new Span();
  private final Span title = new Span();
  private final StepTime time = new StepTime();
  private final Div detail = new Div();
  private final Div meter = new Div();
  private final AttemptList attempts;
  private @Nullable StepStatus drawn;
  private @Nullable Parking parking;
  private @Nullable RepairPanel repair;

  StepRow(CommandSender sender, boolean isOperator) {
    this.sender = sender;
    this.isOperator = isOperator;
    this.attempts = new AttemptList(isOperator);
    glyph.addClassName("sw-step-glyph");
    title.addClassName("sw-step-title");
    detail.addClassName("sw-step-detail");
    meter.addClassNames("sw-meter", "sw-step-full");
    attempts.addClassName("sw-step-full");
    add(glyph, title, time, detail, meter, attempts);
  }

  void show(ActionStep step, ActionReading reading) {
    setId("step-" + step.id());
    title.setText(step.label());
    draw(effective(step, reading));
    time.show(step, reading);
    StepDetail.show(detail, step, reading);
    showMeter(step);
    attempts.show(step);
    showRepair(step, reading);
  }

  /// A step whose undo is parked looks parked, whatever the row of the step says.
  private static StepStatus effective(ActionStep step, ActionReading reading) {
    return reading.isParkedAt(step) ? StepStatus.PARKED : step.status();
  }

  private void draw(StepStatus status) {
    if (status == drawn) {
      return;
    }
    drawn = status;
    var tone = tone(status);
    glyph.removeAll();
    glyph.add(new StatusGlyph(tone), offscreen(text("step.state." + status.code() + reader())));
    setClassName("sw-step " + tone.colour() + " s-" + status.code());
    if (isPresent(status)) {
      addClassName("now");
    }
  }

  private String reader() {
    return isOperator ? "" : ".tenant";
  }

  private static Span offscreen(String words) {
    var span = new Span(words);
    span.addClassName("sw-offscreen");
    return span;
  }

  private static boolean isPresent(StepStatus status) {
    return status == StepStatus.RUNNING
        || status == StepStatus.WAITING
        || status == StepStatus.PARKED
        || status == StepStatus.UNDOING;
  }

  static Tone tone(StepStatus status) {
    return switch (status) {
      case PENDING -> Tone.PENDING;
      case RUNNING, UNDOING -> Tone.BUSY;
      case WAITING -> Tone.WAITING;
      case PARKED -> Tone.PARKED;
      case DONE -> Tone.DONE;
      case SKIPPED -> Tone.SKIPPED;
      case FAILED, RESIDUAL -> Tone.FAILED;
      case UNDONE -> Tone.UNDONE;
    };
  }

  private void showMeter(ActionStep step) {
    var progress = step.progress();
    boolean isShown = step.status() == StepStatus.RUNNING && progress != null;
    meter.setVisible(isShown);
    if (isShown) {
      meter.getStyle().set("--sw-done", progress + "%");
    }
  }

  private void showRepair(ActionStep step, ActionReading reading) {
    var present = reading.isParkedAt(step) && isOperator ? reading.action().parking() : null;
    if (!Objects.equals(present, parking)) {
      if (repair != null) {
        remove(repair);
        repair = null;
      }
      parking = present;
      if (present != null) {
        repair = new RepairPanel(sender, step, present, reading);
        add(repair);
      }
    } else if (repair != null) {
      repair.show(reading);
    }
  }
}
