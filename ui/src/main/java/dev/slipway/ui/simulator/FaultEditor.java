package dev.slipway.ui.simulator;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import dev.slipway.ui.shell.part.Symbol;
import dev.slipway.workflows.simulator.Fault;
import dev.slipway.workflows.simulator.FaultRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The faults that are switched on, in the order they are tried, and the way to add one.
final class FaultEditor extends Section {
  private final UnaryOperator<List<FaultRule>> replace;
  private final ComboBox<String> operation = new ComboBox<>(text("fault.operation"));
  private final ComboBox<Fault> fault = new ComboBox<>(text("fault.fault"));
  private final IntegerField times = new IntegerField(text("fault.times"));
  private final NumberField probability = new NumberField(text("fault.probability"));
  private final IntegerField latency = new IntegerField(text("fault.latency"));
  private final OrderedList list = new OrderedList();
  private final Button clear = new Button(text("fault.clear"), click -> use(List.of()));
  private List<FaultRule> shown = List.of();

  FaultEditor(UnaryOperator<List<FaultRule>> replace) {
    this.replace = replace;
    addClassName("sw-panel");
    clear.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    clear.setId("fault-clear");
    var end = new Span(clear);
    end.addClassName("sw-end");
    var head = new Div(new H2(text("fault.title")), end);
    head.addClassName("sw-panel-head");
    list.addClassName("sw-faults");
    add(head, form(), list);
  }

  private Div form() {
    operation.setItems(FaultRule.OPERATIONS.stream().sorted().toList());
    operation.setItemLabelGenerator(FaultEditor::operationLabel);
    operation.setValue("create_machine");
    fault.setItems(Fault.values());
    fault.setItemLabelGenerator(Fault::code);
    fault.setValue(Fault.LOST_REPLY);
    fault.setHelperText(Fault.LOST_REPLY.text());
    fault.addValueChangeListener(change -> {
      var chosen = change.getValue();
      fault.setHelperText(chosen == null ? "" : chosen.text());
      latency.setVisible(chosen == Fault.LATENCY);
    });
    times.setValue(1);
    times.setMin(1);
    times.setStepButtonsVisible(true);
    probability.setValue(1.0);
    probability.setStep(0.1);
    probability.setMin(0);
    probability.setMax(1);
    latency.setValue(0);
    latency.setSuffixComponent(new Span("ms"));
    latency.setVisible(false);
    List.of(times, latency).forEach(field -> field.setManualValidation(true));
    probability.setManualValidation(true);
    operation.setManualValidation(true);
    fault.setManualValidation(true);
    var add = new Button(text("fault.add"), new Symbol("plus"), click -> add());
    add.addThemeVariants(ButtonVariant.PRIMARY);
    add.setId("fault-add");
    var form = new Div(operation, fault, times, probability, latency, add);
    form.addClassNames("sw-panel-body", "sw-fault-form");
    return form;
  }

  private static String operationLabel(String operation) {
    return operation.equals("*") ? text("fault.every") : operation;
  }

  private void add() {
    if (!areAllRight()) {
      return;
    }
    var rules = new ArrayList<>(shown);
    rules.add(
        new FaultRule(
            operation.getValue(),
            fault.getValue(),
            times.getValue(),
            probability.getValue(),
            Duration.ofMillis(latency.isVisible() ? latency.getValue() : 0)));
    use(rules);
  }

  /// Each field says its own fault, and all of them at once.
  private boolean areAllRight() {
    check(operation, !operation.isEmpty(), text("fault.operation.wrong"));
    check(fault, !fault.isEmpty(), text("fault.fault.wrong"));
    check(
        times,
        isWithin(times.getValue(), 1, FaultRule.MOST_TIMES),
        text("fault.times.wrong", FaultRule.MOST_TIMES));
    check(probability, isWithin(probability.getValue(), 0, 1), text("fault.probability.wrong"));
    long longest = FaultRule.MOST_LATENCY.toMillis();
    check(
        latency,
        !latency.isVisible() || isWithin(latency.getValue(), 0, longest),
        text("fault.latency.wrong", longest));
    return Stream.<HasValidation>of(operation, fault, times, probability, latency)
        .noneMatch(HasValidation::isInvalid);
  }

  private static boolean isWithin(@Nullable Number value, long least, long most) {
    return value != null && value.doubleValue() >= least && value.doubleValue() <= most;
  }

  private static void check(HasValidation field, boolean isRight, String why) {
    field.setErrorMessage(isRight ? "" : why);
    field.setInvalid(!isRight);
  }

  private void use(List<FaultRule> rules) {
    show(replace.apply(rules));
  }

  void show(List<FaultRule> rules) {
    shown = rules;
    list.removeAll();
    clear.setEnabled(!rules.isEmpty());
    if (rules.isEmpty()) {
      var none = new Paragraph(text("fault.none"));
      none.addClassName("sw-quiet");
      list.add(new ListItem(none));
    }
    for (int i = 0; i < rules.size(); i++) {
      list.add(item(rules, i));
    }
  }

  private ListItem item(List<FaultRule> rules, int at) {
    var rule = rules.get(at);
    var name = new Span(rule.fault().code());
    name.addClassNames("sw-mono", "sw-strong");
    var where = new Span(text("fault.on", operationLabel(rule.operation())));
    where.addClassName("sw-second");
    var how = new Span(text("fault.left", rule.times(), rule.probability()));
    how.addClassNames("sw-meta", "sw-end");
    var remove = new Button(new Symbol("x"), click -> use(without(rules, at)));
    remove.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
    remove.setAriaLabel(text("fault.remove", rule.fault().code()));
    return new ListItem(name, where, how, remove);
  }

  private static List<FaultRule> without(List<FaultRule> rules, int at) {
    var rest = new ArrayList<>(rules);
    rest.remove(at);
    return rest;
  }
}
