package dev.slipway.ui.shell;

import static dev.slipway.ui.shell.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.function.IntConsumer;

/// Which part of the list is shown, and the way to the others.
public final class Pager extends Div {
  private final Span range = new Span();
  private final Span place = new Span();
  private final Button first;
  private final Button previous;
  private final Button next;
  private int page = 1;

  /// A pager that asks for pages by number, from 1.
  public Pager(IntConsumer go) {
    addClassName("sw-pager");
    first = button("first", "pager.first", () -> go.accept(1));
    previous = button("left", "pager.previous", () -> go.accept(page - 1));
    next = button("right", "pager.next", () -> go.accept(page + 1));
    range.getElement().setAttribute("role", "status");
    var steps = new Div(first, previous, place, next);
    steps.addClassNames("sw-end", "sw-row", "tight");
    add(range, steps);
  }

  private static Button button(String icon, String label, Runnable pressed) {
    var button = new Button(new Symbol(icon), click -> pressed.run());
    button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    button.setAriaLabel(text(label));
    button.setTooltipText(text(label));
    return button;
  }

  /// Shows where one is.
  public void show(dev.slipway.workflows.page.Page<?> shown) {
    page = shown.request().page();
    long from = shown.request().offset() + 1;
    long to = shown.request().offset() + shown.items().size();
    range.setText(
        shown.isTotalExact()
            ? text("pager.range", from, to, shown.total())
            : text("pager.range.many", from, to, dev.slipway.workflows.page.Page.EXACT_UP_TO));
    place.setText(text("pager.place", page));
    first.setEnabled(page > 1);
    previous.setEnabled(page > 1);
    next.setEnabled(shown.hasNext());
  }
}
