package dev.slipway.ui.shell.failure;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.InternalServerError;
import com.vaadin.flow.router.internal.DefaultErrorHandler;

/// Stands alone, because what failed is what stands around pages. Vaadin shows it where a view of
/// an error cannot be shown, and [MicronautInstantiator] makes it: it needs no bean, so that there
/// is nothing left that could fail. It is the default, and no view of an error of its own.
@DefaultErrorHandler
public final class FailureWithoutFrame extends InternalServerError implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    var failure = Failure.met(event, parameter);
    var page = new Main(failure.shown(new Anchor("", text("not-found.home"))));
    page.addClassName("sw-page");
    getElement().removeAllChildren().appendChild(page.getElement());
    return failure.status();
  }

  @Override
  public String getPageTitle() {
    return text("page.title", text("failure.title"));
  }
}
