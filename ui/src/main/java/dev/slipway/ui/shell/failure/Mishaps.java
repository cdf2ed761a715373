package dev.slipway.ui.shell.failure;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.DefaultErrorHandler;
import com.vaadin.flow.server.ErrorEvent;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.ui.shell.part.Toast;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What becomes of a press or a typed word that fails where nobody looked after that: the page
/// stays, with all that was typed, and a toast says it. Vaadin would put a page of an error in its
/// place.
@Singleton
public class Mishaps extends DefaultErrorHandler {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

  @Override
  public void error(ErrorEvent event) {
    var thrown = findRelevantThrowable(event.getThrowable());
    if (!shouldHandle(thrown)) {
      return;
    }
    var problem = Refusal.of(thrown);
    var ui = UI.getCurrent();
    if (ui == null) {
      log(problem, thrown);
      return;
    }
    Toast.refused(problem);
    if (isAway(problem.type())) {
      ComponentUtil.fireEvent(ui, new Mishap(ui));
    }
  }

  /// Where there is no page to say it on; a failure nobody foresaw is in the log already.
  private static void log(ProblemException problem, Throwable thrown) {
    if (problem.type() != ProblemType.INTERNAL_ERROR) {
      LOG.warn("Failed where no page says it code={}", problem.type().code(), thrown);
    }
  }

  private static boolean isAway(ProblemType type) {
    return type.status() >= 500 && type != ProblemType.INTERNAL_ERROR;
  }
}
