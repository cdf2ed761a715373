package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.slipway.ui.shell.part.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Narrows the list to a place, to labels and, for who sees more than one, to a tenant. The button
/// says what it is narrowed to.
final class ScopeFilter extends Composite<Div> {
  private final Button open = new Button(new Symbol("filter"));
  private final Select<String> place = new Select<>();
  private final TextField labels = new TextField(text("servers.scope.labels"));
  private final ComboBox<TenantChoice> tenant = new ComboBox<>(text("servers.scope.tenant"));
  private Map<String, String> places = Map.of();
  private ServerScope scope = ServerScope.ALL;

  /// @param tenants finds tenants to choose from
  ScopeFilter(Consumer<ServerScope> narrowed, TenantChoice.Source tenants) {
    place.setLabel(text("servers.scope.place"));
    place.setEmptySelectionAllowed(true);
    place.setPlaceholder(text("servers.scope.place.every"));
    place.setEmptySelectionCaption(text("servers.scope.place.every"));
    place.setItemLabelGenerator(this::placeName);
    place.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        var code = change.getValue();
        narrowed.accept(scope.at(code == null ? "" : code));
      }
    });
    labels.setHelperText(text("servers.scope.labels.hint"));
    labels.setClearButtonVisible(true);
    labels.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        narrowed.accept(scope.with(ServerScope.labelsIn(change.getValue())));
      }
    });
    tenant.setVisible(tenants.isOffered());
    tenant.setPlaceholder(text("servers.scope.tenant.every"));
    tenant.setClearButtonVisible(true);
    tenant.setItemLabelGenerator(TenantChoice::name);
    tenant.setItems(query ->
        tenants.find(query.getFilter().orElse(""), query.getOffset() + query.getLimit()).stream()
            .skip(query.getOffset()));
    tenant.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        var chosen = change.getValue();
        narrowed.accept(scope.ofTenant(chosen == null ? "" : chosen.id()));
      }
    });
    open.setId("scope");
    open.addClassName("sw-scope");
    getContent().addClassName("sw-scope-box");
    getContent().add(open, fields());
  }

  /// Vaadin asks for the name of no choice, too.
  private String placeName(@Nullable String code) {
    return code == null ? text("servers.scope.place.every") : places.getOrDefault(code, code);
  }

  private Popover fields() {
    var fields = new Div(tenant, place, labels);
    fields.addClassName("sw-scope-fields");
    var popover = new Popover(fields);
    popover.setTarget(open);
    popover.setPosition(PopoverPosition.BOTTOM_START);
    popover.setAutofocus(true);
    popover.setAriaLabel(text("servers.scope"));
    return popover;
  }

  void show(ServerScope asked) {
    scope = asked;
    labels.setValue(String.join(" ", LabelLines.list(asked.labels())));
  }

  /// @param known names of places by their codes
  void show(Map<String, String> known, String tenantName) {
    if (!known.equals(places)) {
      places = known;
      place.setItems(known.keySet().stream().sorted().toList());
    }
    place.setValue(places.containsKey(scope.place()) ? scope.place() : null);
    tenant.setValue(scope.tenant().isEmpty() ? null : new TenantChoice(scope.tenant(), tenantName));
    var chosen = words(tenantName);
    open.setText(chosen.isEmpty() ? text("servers.scope") : String.join(", ", chosen));
    open.setAriaLabel(
        chosen.isEmpty()
            ? text("servers.scope")
            : text("servers.scope.chosen", String.join(", ", chosen)));
    open.setClassName("on", !chosen.isEmpty());
  }

  private List<String> words(String tenantName) {
    var words = new ArrayList<String>();
    if (!scope.tenant().isEmpty()) {
      words.add(tenantName);
    }
    if (!scope.place().isEmpty()) {
      words.add(placeName(scope.place()));
    }
    words.addAll(LabelLines.list(scope.labels()));
    return words;
  }
}
