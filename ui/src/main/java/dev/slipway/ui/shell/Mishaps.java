package dev.slipway.ui.shell;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.DefaultErrorHandler;
import com.vaadin.flow.server.ErrorEvent;
import dev.slipway.api.http.ProblemType;
import jakarta.inject.Singleton;

/// What becomes of a press or a typed word that fails where nobody looked after that: the page
/// stays, with all that was typed, and a toast says it. Vaadin would put a page of an error in its
/// place.
@Singleton
class Mishaps extends DefaultErrorHandler {

  private static final long serialVersionUID = 1L;

  @Override
  public void error(ErrorEvent event) {
    var thrown = findRelevantThrowable(event.getThrowable());
    if (!shouldHandle(thrown)) {
      return;
    }
    var problem = Refusal.of(thrown);
    var ui = UI.getCurrent();
    if (ui == null) {
      return;
    }
    Toast.refused(problem);
    if (problem.type() != ProblemType.INTERNAL_ERROR) {
      ComponentUtil.fireEvent(ui, new Mishap(ui));
    }
  }
}
