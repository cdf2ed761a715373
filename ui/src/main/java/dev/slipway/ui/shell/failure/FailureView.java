package dev.slipway.ui.shell.failure;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.slipway.ui.shell.Crumb;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.Page;
import io.micronaut.context.annotation.Prototype;
import java.util.List;

/// Stands in the frame where a page could not be shown, so that every other page is a click away.
/// Where the frame itself cannot be drawn, as for somebody who has not signed in,
/// [FailureWithoutFrame] stands instead.
@Prototype
@AnonymousAllowed
@ParentLayout(MainLayout.class)
public final class FailureView extends Page implements HasErrorParameter<Exception> {

  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    var failure = Failure.met(event, parameter);
    removeAll();
    add(failure.shown(new Button(text("not-found.home"), click -> UI.getCurrent().navigate(""))));
    return failure.status();
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(Crumb.here(text("failure.title")));
  }
}
