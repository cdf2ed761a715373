package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.part.Amounts;
import dev.slipway.workflows.catalog.ServerPlan;

/// A plan: its price first, then what it has.
final class PlanCard extends Div {

  PlanCard(ServerPlan plan) {
    addClassName("sw-plan");
    var name = new Span(plan.name());
    name.addClassName("sw-plan-name");
    var month = new Span(text("price.per-month"));
    month.addClassName("sw-meta");
    var price = new Div(new Span(Amounts.monthly(plan.price())), month);
    price.addClassName("sw-plan-price");
    var hour = new Div(text("price.hour", Amounts.hourly(plan.price())));
    hour.addClassName("sw-meta");
    var size = plan.size();
    var parts =
        new Div(
            part(String.valueOf(size.vcpus()), "plan.vcpus"),
            part(Amounts.memory(size.memoryMib()), "plan.memory"),
            part(String.valueOf(size.diskGib()), "plan.disk"),
            part(Amounts.traffic(plan.trafficGib()), "plan.traffic"));
    parts.addClassName("sw-plan-parts");
    add(name, price, hour, parts);
    if (plan.custom() != null) {
      var custom = new Span(text("plan.custom"));
      custom.addClassName("sw-plan-note");
      add(custom);
    }
  }

  private static Div part(String amount, String key) {
    var number = new Span(amount);
    number.addClassName("sw-strong");
    return new Div(number, new Span(" " + text(key)));
  }
}
