package dev.slipway.ui.engine;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import dev.slipway.api.engine.EngineService;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.Crumb;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.Needs;
import dev.slipway.ui.shell.Page;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.ui.shell.part.Block;
import dev.slipway.ui.shell.part.EmptyState;
import dev.slipway.ui.shell.part.Note;
import dev.slipway.ui.shell.part.StatusLabel;
import dev.slipway.ui.shell.part.Symbol;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.action.EngineStatus;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.context.annotation.Prototype;
import java.util.List;

/// How Temporal does, what it can and cannot do here, and who works for it.
@Prototype
@Route(value = "engine", layout = MainLayout.class)
@Needs(Permission.ENGINE_VIEW)
final class EngineView extends Page {
  private final Caller caller;
  private final EngineService engine;
  private final Live live;
  private final Div content = new Div();

  EngineView(SignedIn signedIn, EngineService engine, Live live) {
    this.caller = signedIn.caller();
    this.engine = engine;
    this.live = live;
    var again = new Button(text("engine.again"), new Symbol("restart"), click -> ask());
    again.setId("engine-again");
    content.addClassName("sw-col");
    content.getElement().setAttribute("aria-live", "polite");
    content.add(new Block(Block.body(new StatusLabel(Tone.BUSY, text("engine.asking")))));
    add(heading(text("engine.title"), text("engine.about"), again), content);
    addAttachListener(attach -> ask());
  }

  /// Temporal may take its time to answer, or to be found away; the page does not wait for it.
  private void ask() {
    live.apart(this, () -> engine.status(caller), this::show, this::showRefused);
  }

  private void show(EngineStatus status) {
    var columns = new Div(new EngineFacts(status), capabilities(status));
    columns.addClassNames("sw-cols", "even");
    content.removeAll();
    if (!status.isReachable()) {
      content.add(new Note(Tone.FAILED, text("engine.away")));
    } else if (!status.hasPollers()) {
      content.add(new Note(Tone.PARKED, text("engine.idle")));
    }
    content.add(columns);
  }

  private static Block capabilities(EngineStatus status) {
    if (!status.isReachable()) {
      return Block.titled(
          text("engine.capabilities"),
          new EmptyState("cpu", text("engine.unknown"), text("engine.unknown.text")));
    }
    var list = new UnorderedList();
    list.addClassName("sw-capabilities");
    list.add(
        item(status.webUiUrl() != null, "engine.web-ui"),
        item(status.hasVisibility(), "engine.visibility"),
        item(status.hasSchedules(), "engine.schedules"),
        item(status.hasReset(), "engine.reset"));
    return Block.titled(text("engine.capabilities"), list);
  }

  private static ListItem item(boolean isThere, String key) {
    var words = text(key + (isThere ? "" : ".missing"));
    return new ListItem(new StatusLabel(isThere ? Tone.DONE : Tone.OFF, words));
  }

  private void showRefused(ProblemException problem) {
    content.removeAll();
    content.add(
        new Block(
            new EmptyState("alert", text("engine.refused"), problem.type().operatorText())
                .toned("failed")));
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(Crumb.here(text("engine.title")));
  }
}
