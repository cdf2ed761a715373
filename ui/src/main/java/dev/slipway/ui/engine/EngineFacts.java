package dev.slipway.ui.engine;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.part.Copyable;
import dev.slipway.ui.shell.part.Facts;
import dev.slipway.ui.shell.part.StatusBadge;
import dev.slipway.ui.shell.part.Symbol;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.ui.worker.WorkerNavigation;
import dev.slipway.workflows.action.EngineStatus;

/// Where Temporal is, whether it answers, and how to find our actions in it.
final class EngineFacts extends Section {
  /// The list filter that finds parked actions in Temporal's own UI.
  private static final String FILTER = "SlipwayAttention IS NOT NULL";

  EngineFacts(EngineStatus status) {
    addClassName("sw-panel");
    var badge = new Span(badge(status));
    badge.addClassName("sw-end");
    var head = new Div(new H2(text("engine.facts")), badge);
    head.addClassName("sw-panel-head");
    var facts =
        new Facts()
            .with(text("engine.mode"), text("engine.mode." + status.mode()))
            .with(text("engine.address"), new Copyable(status.address(), text("copy.address")))
            .with(text("engine.namespace"), new Copyable(status.namespace(), text("copy.name")))
            .with(text("engine.ui"), webUi(status));
    if (status.hasVisibility()) {
      facts.with(text("engine.filter"), new Copyable(FILTER, text("copy.filter")));
    }
    facts.with(text("engine.pollers"), new Span(text(pollers(status))), workers());
    add(head, new Div(facts));
    facts.addClassName("sw-panel-body");
  }

  private static String pollers(EngineStatus status) {
    if (!status.isReachable()) {
      return "engine.pollers.unknown";
    }
    return status.hasPollers() ? "engine.pollers.some" : "engine.pollers.none";
  }

  private static Anchor workers() {
    var link = new Anchor(WorkerNavigation.LIST, text("engine.workers"));
    link.getElement().setAttribute("router-link", true);
    return link;
  }

  private static StatusBadge badge(EngineStatus status) {
    return status.isReachable()
        ? new StatusBadge(Tone.OK, text("engine.reachable"))
        : new StatusBadge(Tone.FAILED, text("engine.unreachable"));
  }

  private static Component webUi(EngineStatus status) {
    var address = status.webUiUrl();
    if (address == null) {
      return new Span(text("engine.ui.none"));
    }
    var link = new Anchor(address, new Span(address), new Symbol("external"));
    link.setTarget("_blank");
    link.getElement().setAttribute("rel", "noopener");
    link.addClassName("sw-row");
    return link;
  }
}
