package dev.slipway.ui.shell;

import static dev.slipway.ui.shell.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import dev.slipway.api.http.Correlation;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import io.micronaut.context.annotation.Prototype;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A page that could not be shown: one message with an id to name, never a stack trace. It stands
/// alone, because what failed may be what stands around pages.
@Prototype
final class FailureView extends Page implements HasErrorParameter<Exception> {
  private static final Logger LOG = LoggerFactory.getLogger(FailureView.class);

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    var problem = ProblemException.of(parameter.getException());
    var id = Correlation.current();
    log(problem, id, event.getLocation().getPath(), parameter.getException());
    removeAll();
    add(new Block(state(problem, id)));
    return problem.type().status();
  }

  private static void log(ProblemException problem, String id, String path, Exception thrown) {
    if (problem.type() == ProblemType.INTERNAL_ERROR) {
      LOG.error("Showed no page correlation_id={} path={}", id, path, thrown);
    } else {
      LOG.warn("Showed no page code={} correlation_id={} path={}", problem.type().code(), id, path);
    }
  }

  private static EmptyState state(ProblemException problem, String id) {
    var again = new Button(text("failure.again"), click -> UI.getCurrent().getPage().reload());
    var home = new Anchor("", text("not-found.home"));
    var state =
        EmptyState.alone("alert", text("failure.title"), problem.type().tenantText())
            .toned("failed")
            .withButtons(again, home);
    state.add(new Span(new Span(text("failure.id") + " "), new Copyable(id, text("copy.id"))));
    return state;
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(Crumb.here(text("failure.title")));
  }
}
