package dev.slipway.ui.shell.failure;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.Crumb;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.Page;
import dev.slipway.ui.shell.part.Block;
import dev.slipway.ui.shell.part.EmptyState;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.context.annotation.Prototype;
import java.util.List;

/// Says which permission is missing, instead of pretending that the page does not exist.
@Prototype
@ParentLayout(MainLayout.class)
final class NotPermittedView extends Page implements HasErrorParameter<NotPermittedException> {
  private static final int FORBIDDEN = 403;

  private final SignedIn signedIn;

  NotPermittedView(SignedIn signedIn) {
    this.signedIn = signedIn;
  }

  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotPermittedException> parameter) {
    var missing = parameter.getException().missing();
    var sentence = missing == null ? text("forbidden.undeclared") : why(missing);
    removeAll();
    var home = new Button(text("not-found.home"), click -> UI.getCurrent().navigate(""));
    var state = EmptyState.alone("lock", text("forbidden.title"), sentence);
    add(new Block(state.withButtons(home)));
    return FORBIDDEN;
  }

  /// Names of permissions mean something to operators only.
  private String why(Permission missing) {
    var role = signedIn.caller().role();
    return role.isPlatform()
        ? text("forbidden.text", role.label(), missing.code())
        : text("forbidden.tenant");
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(Crumb.here(text("forbidden.title")));
  }
}
