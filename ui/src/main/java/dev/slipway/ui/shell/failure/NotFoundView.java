package dev.slipway.ui.shell.failure;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import dev.slipway.ui.shell.Crumb;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.Page;
import dev.slipway.ui.shell.part.Block;
import dev.slipway.ui.shell.part.EmptyState;
import io.micronaut.context.annotation.Prototype;
import java.util.List;

/// A page, server or action that does not exist, or is another tenant's: the two look the same.
@Prototype
@ParentLayout(MainLayout.class)
final class NotFoundView extends Page implements HasErrorParameter<NotFoundException> {
  private static final int NOT_FOUND = 404;

  NotFoundView() {
    var home = new Button(text("not-found.home"), click -> UI.getCurrent().navigate(""));
    var state = EmptyState.alone("search", text("not-found.title"), text("not-found.text"));
    add(new Block(state.withButtons(home)));
  }

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    return NOT_FOUND;
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(Crumb.here(text("not-found.title")));
  }
}
