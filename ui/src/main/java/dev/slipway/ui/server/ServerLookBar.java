package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import dev.slipway.ui.server.ServerLook.Form;
import dev.slipway.ui.shell.part.Symbol;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where one says what the servers are shown as, and with which columns.
final class ServerLookBar extends Div {
  private final Consumer<ServerLook> chosen;
  private final Map<Form, NativeButton> forms = new EnumMap<>(Form.class);
  private final Button columns = new Button(new Symbol("columns"));
  private ServerLook look;

  /// @param isOperator whether servers of more than one tenant are listed
  ServerLookBar(ServerLook look, boolean isOperator, Consumer<ServerLook> chosen) {
    this.look = look;
    this.chosen = chosen;
    addClassNames("sw-row", "sw-wide", "sw-end");
    var segments = new Div();
    segments.addClassName("sw-segments");
    segments.getElement().setAttribute("role", "group");
    segments.getElement().setAttribute("aria-label", text("servers.form"));
    Stream.of(Form.values()).forEach(form -> segments.add(segment(form)));
    columns.setId("columns");
    columns.setAriaLabel(text("servers.columns"));
    columns.setTooltipText(text("servers.columns"));
    add(segments, columns, columns(isOperator));
    show();
  }

  private NativeButton segment(Form form) {
    var segment = new NativeButton("", click -> choose(look.as(form)));
    segment.add(new Symbol(form.icon()));
    segment.setId("form-" + form.code());
    segment.setTitle(text(form.label()));
    segment.getElement().setAttribute("aria-label", text(form.label()));
    forms.put(form, segment);
    return segment;
  }

  private Popover columns(boolean isOperator) {
    var group = new CheckboxGroup<ServerColumn>(text("servers.columns"));
    group.setItems(
        ServerColumn.OPTIONAL.stream().filter(column -> column.isFor(isOperator)).toList());
    group.setItemLabelGenerator(column -> text(column.label()));
    group.setValue(
        look.shown().stream()
            .filter(column -> column.isFor(isOperator))
            .collect(Collectors.toSet()));
    group.getElement().getThemeList().add("vertical");
    group.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        var shown = new HashSet<>(look.shown());
        shown.removeIf(column -> column.isFor(isOperator));
        shown.addAll(change.getValue());
        choose(look.showing(shown));
      }
    });
    var popover = new Popover(group);
    popover.setTarget(columns);
    popover.setPosition(PopoverPosition.BOTTOM_END);
    popover.setAutofocus(true);
    popover.setAriaLabel(text("servers.columns"));
    return popover;
  }

  private void choose(ServerLook other) {
    look = other;
    show();
    chosen.accept(other);
  }

  /// Cards have no columns.
  private void show() {
    forms.forEach((form, segment) ->
        segment.getElement().setAttribute("aria-pressed", String.valueOf(form == look.form())));
    columns.setEnabled(look.form() != Form.CARDS);
  }

  /// Takes over how many rows there are on a page, which is chosen elsewhere.
  void follow(int rows) {
    look = look.with(rows);
  }
}
