package dev.slipway.ui.attention;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.action.ActionNavigation;
import dev.slipway.ui.shell.part.StatusGlyph;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.action.ActionStatus;

/// What waits but needs nobody, so that nobody looks for it in the list.
final class WaitingPanel extends Section {
  private final Anchor link = new Anchor(ActionNavigation.LIST + "?state=waiting", "");
  private final Span count = new Span();

  WaitingPanel() {
    addClassName("sw-panel");
    link.getElement().setAttribute("router-link", true);
    var line = new Div(new StatusGlyph(Tone.WAITING), count, link);
    line.addClassNames("sw-panel-body", "sw-row");
    add(line);
  }

  void show(AttentionListing listing) {
    count.setText(text("number", ActionStatus.waiting(listing.unfinished())));
    link.setText(text("attention.waiting"));
  }
}
