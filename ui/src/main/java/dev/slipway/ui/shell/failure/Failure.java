package dev.slipway.ui.shell.failure;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import dev.slipway.api.http.Correlation;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.ui.shell.part.Block;
import dev.slipway.ui.shell.part.EmptyState;
import dev.slipway.ui.shell.part.Symbol;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A page that could not be shown: one message with an id to name, never a stack trace.
record Failure(ProblemException problem, String id) {
  private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

  /// What was met on the way to a page; the log has it under the same id.
  static Failure met(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    var thrown = parameter.getException();
    var failure = new Failure(ProblemException.of(thrown), Correlation.current());
    failure.log(event.getLocation().getPath(), thrown);
    return failure;
  }

  private void log(String path, Exception thrown) {
    if (problem.type() == ProblemType.INTERNAL_ERROR) {
      LOG.error("Showed no page correlation_id={} path={}", id, path, thrown);
    } else {
      LOG.warn("Showed no page code={} correlation_id={} path={}", problem.type().code(), id, path);
    }
  }

  int status() {
    return problem.type().status();
  }

  /// What is read of it.
  ///
  /// @param home a way to another page
  Block shown(Component home) {
    var again =
        new Button(
            text("failure.again"),
            new Symbol("restart"),
            click -> UI.getCurrent().getPage().reload());
    again.setId("again");
    again.addThemeVariants(ButtonVariant.PRIMARY);
    return new Block(
        EmptyState.alone("alert", text("failure.title"), problem.type().tenantText())
            .toned("failed")
            .withButtons(again, home)
            .withReference(text("failure.id"), id));
  }
}
