package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.part.Amounts;
import dev.slipway.workflows.catalog.Image;

/// An operating system to start from.
final class ImageCard extends Div {

  ImageCard(Image image) {
    addClassName("sw-image");
    var mark = new Span(ServerGrid.mark(image.name()));
    mark.addClassNames("sw-os", "large");
    var name = new Span(image.name());
    name.addClassName("sw-strong");
    var needs =
        new Span(text("image.needs", image.minDiskGib(), Amounts.memory(image.minMemoryMib())));
    needs.addClassName("sw-meta");
    add(mark, new Div(new Div(name), needs));
  }
}
