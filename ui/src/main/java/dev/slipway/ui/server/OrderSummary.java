package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.server.DryRun;
import dev.slipway.api.server.OrderRequest;
import dev.slipway.ui.shell.part.Amounts;
import dev.slipway.ui.shell.part.Note;
import dev.slipway.ui.shell.part.StatusGlyph;
import dev.slipway.ui.shell.part.Times;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.action.Estimate;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.catalog.Price;
import dev.slipway.workflows.step.PlannedStep;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What an order costs, what will happen and how long it takes, what stands in its way, and the
/// button.
final class OrderSummary extends Section {
  private final Span choice = new Span();
  private final Span choicePrice = new Span();
  private final Div tags = new Div();
  private final Span perHour = new Span();
  private final Span total = new Span();
  private final Span range = new Span();
  private final Span barTotal = new Span();
  private final Span barRange = new Span();
  private final Div messages = new Div();
  private final Div open = open("order-open");
  private final Div barOpen = open("order-open-narrow");
  private final OrderedList steps = new OrderedList();
  private final Div quota = new Div();
  private final Button order;
  private final Button barOrder;

  OrderSummary(Runnable ordered) {
    addClassNames("sw-panel", "sw-summary");
    order = button("order", ordered, open);
    barOrder = button("order-narrow", ordered, barOpen);
    barOrder.setText(text("order.button.plain"));
    messages.addClassName("sw-messages");
    messages.getElement().setAttribute("aria-live", "polite");
    steps.addClassName("sw-preview");
    quota.addClassName("sw-panel-foot");
    range.addClassNames("sw-end", "sw-meta");
    add(head("order.summary", new Span()), prices(), head("order.steps", range), steps, quota);
  }

  private static Div open(String id) {
    var open = new Div();
    open.setId(id);
    open.addClassName("sw-order-open");
    open.getElement().setAttribute("aria-live", "polite");
    return open;
  }

  private Button button(String id, Runnable ordered, Div open) {
    var button =
        new Button(
            "",
            click -> {
              List.of(order, barOrder).forEach(each -> each.setEnabled(false));
              ordered.run();
            });
    button.setId(id);
    button.addThemeVariants(ButtonVariant.PRIMARY);
    button.setDisableOnClick(true);
    button.getElement().setAttribute("aria-describedby", open.getId().orElseThrow());
    return button;
  }

  private static Div head(String key, Span end) {
    var head = new Div(new H2(text(key)), end);
    head.addClassName("sw-panel-head");
    return head;
  }

  private Div prices() {
    var line = new Div(choice, choicePrice);
    line.addClassNames("sw-row", "between", "sw-second");
    var month = new Span(text("order.per-month"));
    month.addClassName("sw-strong");
    perHour.addClassName("sw-meta");
    total.addClassName("sw-figure");
    var sum = new Div(new Div(new Div(month), perHour), total);
    sum.addClassNames("sw-row", "between", "sw-total");
    order.addClassNames("sw-order-button", "sw-wide");
    tags.addClassName("sw-tags");
    var body = new Div(line, tags, sum, messages, open, order);
    body.addClassNames("sw-panel-body", "sw-col", "snug");
    return body;
  }

  /// The total and the button again, within reach on narrow screens.
  Div bar() {
    barTotal.addClassName("sw-strong");
    barRange.addClassName("sw-meta");
    var bar = new Div(new Div(new Div(barTotal), barOpen, barRange), barOrder);
    bar.addClassNames("sw-order-bar", "sw-narrow");
    return bar;
  }

  void show(Price price, String chosen) {
    var month = Amounts.monthly(price);
    choice.setText(chosen);
    choicePrice.setText(month);
    perHour.setText(text("order.per-hour", Amounts.hourly(price)));
    total.setText(month);
    barTotal.setText(text("price.month", month));
    order.setText(text("order.button", month));
  }

  /// What else is ordered: labels, and user data of which nothing is shown.
  void showMore(OrderRequest asked) {
    tags.removeAll();
    LabelLines.list(asked.labels()).forEach(label -> tags.add(tag(label)));
    if (asked.userData() != null) {
      tags.add(tag(text("order.user-data.tag")));
    }
  }

  private static Span tag(String word) {
    var tag = new Span(word);
    tag.addClassName("sw-tag");
    return tag;
  }

  /// There is no plan to tell it from.
  void showNoPrice() {
    List.of(choice, choicePrice, perHour, total, barTotal).forEach(each -> each.setText(""));
    order.setText(text("order.button.plain"));
    forgetSteps();
  }

  void show(DryRun run, String chosen) {
    show(run.price(), chosen);
    showSteps(run);
    quota.setText(text("order.quota", run.quota().after(), run.quota().limit()));
    messages.removeAll();
    run.blockers().forEach(each -> messages.add(new Note(Tone.PARKED, each.detail())));
    run.blockers().stream().findFirst().ifPresent(first -> barRange.setText(first.detail()));
    allow(run.blockers().stream().noneMatch(each -> each.code().equals(ParkCause.CAPACITY.code())));
  }

  private void showSteps(DryRun run) {
    var whole =
        run.steps().stream()
            .map(PlannedStep::estimate)
            .reduce(new Estimate(Duration.ZERO, Duration.ZERO), Estimate::plus);
    var words = text("order.range", Times.rangeInWords(whole));
    range.setText(words);
    barRange.setText(words);
    steps.removeAll();
    run.steps().forEach(step -> steps.add(item(step)));
  }

  private static ListItem item(PlannedStep step) {
    var label = new Span(step.label());
    label.addClassName("sw-grow");
    var usual = new Span(Times.range(step.estimate()));
    usual.addClassNames("sw-meta", "sw-nowrap");
    return new ListItem(new StatusGlyph(Tone.PENDING), label, usual);
  }

  /// Says why it cannot be ordered so; fields say their part themselves.
  void refuse(Optional<ProblemException> problem) {
    messages.removeAll();
    problem.ifPresent(each -> {
      messages.add(new Note(Tone.FAILED, each.detail()));
      barRange.setText(each.detail());
    });
    allow(true);
  }

  /// Says beside the button which parts are to be filled or mended first. It can be pressed all the
  /// same, and leads there.
  void showOpen(Set<OrderPart> wanting) {
    var parts = wanting.stream().map(OrderPart::title).collect(Collectors.joining(", "));
    var words = wanting.isEmpty() ? "" : text("order.open", parts);
    List.of(open, barOpen).forEach(each -> each.setText(words));
  }

  /// Says that an answer takes its time. Who cannot wait orders without it: an order is checked,
  /// too.
  void sayLate() {
    forgetSteps();
    messages.removeAll();
    messages.add(new Note(Tone.UNKNOWN, text("order.late")));
    allow(true);
  }

  private void forgetSteps() {
    List.of(range, barRange).forEach(each -> each.setText(""));
    steps.removeAll();
    quota.setText("");
  }

  /// Where there is no room an order would only wait for somebody to make some, so it is not taken.
  private void allow(boolean hasRoom) {
    List.of(order, barOrder).forEach(each -> each.setEnabled(hasRoom));
  }
}
