package dev.slipway.ui.worker;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.failure.Refusal;
import dev.slipway.ui.shell.part.Note;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.worker.WorkerRecord;

/// Says what draining a worker means before it is done.
final class DrainDialog extends Dialog {
  private final Div message = new Div();

  /// @param isLast whether nobody is left who takes up work
  /// @param drain drains, or throws what a service throws
  DrainDialog(WorkerRecord worker, boolean isLast, Runnable drain) {
    addClassName("sw-dialog");
    setHeaderTitle(text("workers.drain.title"));
    var id = new Span(worker.id());
    id.addClassNames("sw-mono", "sw-second");
    message.addClassName("sw-messages");
    message.getElement().setAttribute("aria-live", "polite");
    if (isLast) {
      message.add(new Note(Tone.PARKED, text("workers.drain.last")));
    }
    var keep = new Button(text("workers.drain.keep"), click -> close());
    addOpenedChangeListener(change -> keep.focus());
    var confirm = new Button(text("workers.drain.confirm"), click -> drain(drain));
    confirm.setId("drain-confirm");
    confirm.addThemeVariants(ButtonVariant.PRIMARY);
    add(id, new Paragraph(text("workers.drain.explain")), message);
    getFooter().add(keep, confirm);
  }

  private void drain(Runnable drain) {
    try {
      drain.run();
      close();
    } catch (RuntimeException e) {
      message.removeAll();
      message.add(new Note(Tone.FAILED, Refusal.of(e).detail()));
    }
  }
}
