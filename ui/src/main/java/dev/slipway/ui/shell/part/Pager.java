package dev.slipway.ui.shell.part;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.IntConsumer;

/// Which part of the list is shown, and the way to the others.
public final class Pager extends Div {
  /// Beyond the end of every list. Which page is the last one is counted only when it is asked for.
  private static final int BEYOND = 999_999;

  private final Span range = new Span();
  private final Span place = new Span();
  private final Button first;
  private final Button previous;
  private final Button next;
  private final Button last;
  private final Select<Integer> rows = new Select<>();
  private int page = 1;
  private int end = 1;

  /// A pager that asks for pages by number, from 1.
  ///
  /// @param go shows a page; for one beyond the end it shows the last one
  public Pager(IntConsumer go) {
    addClassName("sw-pager");
    first = button("first", "pager.first", () -> go.accept(1));
    previous = button("left", "pager.previous", () -> go.accept(page - 1));
    next = button("right", "pager.next", () -> go.accept(page + 1));
    last = button("last", "pager.last", () -> go.accept(end));
    range.getElement().setAttribute("role", "status");
    rows.setVisible(false);
    var steps = new Div(rows, first, previous, place, next, last);
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

  /// Lets one choose how many rows there are to a page.
  public Pager withRows(List<Integer> choices, IntConsumer chosen) {
    rows.setId("pager-rows");
    rows.setItems(choices);
    rows.setItemLabelGenerator(count -> text("pager.rows.count", count));
    rows.setAriaLabel(text("pager.rows"));
    rows.addClassNames("sw-pager-rows", "sw-wide");
    rows.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        chosen.accept(change.getValue());
      }
    });
    rows.setVisible(true);
    return this;
  }

  /// Shows where one is.
  public void show(dev.slipway.workflows.page.Page<?> shown) {
    page = shown.request().page();
    long from = shown.request().offset() + 1;
    long to = shown.request().offset() + shown.items().size();
    boolean isCounted = shown.isTotalExact() || !shown.hasNext();
    range.setText(
        isCounted
            ? text("pager.range", from, to, shown.total())
            : text("pager.range.many", from, to, dev.slipway.workflows.page.Page.EXACT_UP_TO));
    end = isCounted ? shown.last() : BEYOND;
    rows.setValue(shown.request().perPage());
    place.setText(isCounted ? text("pager.place.of", page, end) : text("pager.place", page));
    first.setEnabled(page > 1);
    previous.setEnabled(page > 1);
    next.setEnabled(shown.hasNext());
    last.setEnabled(shown.hasNext());
  }
}
