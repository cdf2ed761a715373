package dev.slipway.ui.http;

import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.PageSubject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.http.HttpStatus;

/// Answers `404` where no page has the address, or what the page is about is not there for its
/// reader. The browser still draws the page that says so: Vaadin knows an address only when the
/// page asks for its content.
@Singleton
class UnknownPages implements VaadinServiceInitListener {
  private final SignedIn signedIn;
  private final List<PageSubject> subjects;

  UnknownPages(SignedIn signedIn, Collection<PageSubject> subjects) {
    this.signedIn = signedIn;
    this.subjects = List.copyOf(subjects);
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(this::answer);
  }

  private void answer(IndexHtmlResponse page) {
    var request = page.getVaadinRequest();
    var path = Objects.requireNonNullElse(request.getPathInfo(), "").replaceAll("^/|/$", "");
    var asked = request.getService().getRouter().getRegistry().getNavigationRouteTarget(path);
    if (!asked.hasTarget()
        || isOfNothing(asked.getRouteTarget().getTarget(), asked.getRouteParameters())) {
      page.getVaadinResponse().setStatus(HttpStatus.NOT_FOUND_404);
    }
  }

  private boolean isOfNothing(Class<?> asked, RouteParameters parameters) {
    var id = parameters.get("id").orElse("");
    return signedIn
        .find()
        .map(caller ->
            subjects.stream()
                .filter(subject -> subject.page().equals(asked))
                .anyMatch(subject -> isGone(() -> subject.find(caller, id))))
        .orElse(false);
  }

  /// What else fails is said by the page, which comes to it at once.
  private static boolean isGone(Runnable find) {
    try {
      find.run();
      return false;
    } catch (IllegalArgumentException notAnId) {
      return true;
    } catch (ProblemException problem) {
      return problem.type() == ProblemType.NOT_FOUND;
    } catch (RuntimeException failed) {
      return false;
    }
  }
}
