package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.slipway.api.http.StorableText;
import dev.slipway.ui.shell.part.Chip;
import dev.slipway.ui.shell.part.StatusLabel;
import dev.slipway.ui.shell.part.Symbol;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/// The filters over the list, and the one filled button.
final class ServerToolbar extends Div {
  private final Consumer<ServerQuery> narrowed;
  private final TextField filter = new TextField();
  private final Map<StateFilter, Chip> chips = new EnumMap<>(StateFilter.class);
  private final ScopeFilter scope;
  private final Button order;
  private ServerQuery query = ServerQuery.ALL;

  /// A toolbar in the words of its reader.
  ///
  /// @param end what stands before the button
  ServerToolbar(
      Consumer<ServerQuery> narrowed,
      TenantChoice.Source tenants,
      boolean mayOrder,
      Component end) {
    this.narrowed = narrowed;
    scope = new ScopeFilter(other -> narrowed.accept(query.with(other)), tenants);
    addClassNames("sw-page-head", "sw-toolbar");
    var states = new Div();
    states.addClassName("sw-chips");
    states.getElement().setAttribute("role", "group");
    states.getElement().setAttribute("aria-label", text("servers.filter.states"));
    for (StateFilter state : StateFilter.values()) {
      var chip =
          new Chip(word(state, tenants.isOffered()), () -> narrowed.accept(query.with(state)));
      chips.put(state, chip);
      states.add(chip);
    }
    order =
        new Button(
            text("servers.order"),
            new Symbol("plus"),
            click -> UI.getCurrent().navigate(ServerNavigation.ORDER));
    order.addThemeVariants(ButtonVariant.PRIMARY);
    order.setVisible(mayOrder);
    add(filter(), scope, states, end, order);
  }

  private TextField filter() {
    filter.addClassName("sw-filter");
    filter.setPlaceholder(text("servers.filter.text"));
    filter.setAriaLabel(text("servers.filter.label"));
    filter.setPrefixComponent(new Symbol("search"));
    var key = new Span("/");
    key.addClassNames("sw-key", "sw-wide");
    filter.setSuffixComponent(key);
    filter.setValueChangeMode(ValueChangeMode.LAZY);
    filter.getElement().setAttribute("data-slash", true);
    filter.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        narrowed.accept(query.with(StorableText.of(change.getValue())));
      }
    });
    return filter;
  }

  private static Component word(StateFilter state, boolean isOperator) {
    var word =
        text(state.label() + (isOperator && state == StateFilter.DELAYED ? ".operator" : ""));
    return state == StateFilter.ALL ? new Span(word) : new StatusLabel(state.tone(), word);
  }

  void show(ServerQuery asked) {
    query = asked;
    filter.setValue(asked.text());
    scope.show(asked.scope());
    chips.forEach((state, chip) -> chip.setPressed(state == asked.state()));
  }

  /// Shows the numbers. Servers hardly ever wait: where none does, the chip leaves its room to the
  /// others.
  void show(ServerListing listing) {
    chips.forEach((state, chip) -> {
      long count = listing.count(state);
      chip.setCount(count);
      chip.setVisible(state != StateFilter.WAITING || count > 0 || query.state() == state);
    });
    scope.show(listing.places(), listing.tenantName());
  }

  /// There is one filled button in a view.
  ///
  /// @param isLeft whether the page shows the button itself at present
  void leaveOrderingToPage(boolean isLeft) {
    order.setThemeVariant(ButtonVariant.PRIMARY, !isLeft);
  }
}
