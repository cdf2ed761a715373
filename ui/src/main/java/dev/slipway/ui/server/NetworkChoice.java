package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.slipway.api.http.FieldError;
import dev.slipway.workflows.catalog.Network;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The networks of the chosen location that the server joins: at first those that an order joins
/// which names none. An order from here names every one it joins.
final class NetworkChoice extends Composite<CheckboxGroup<Network>> {
  private List<String> gone = List.of();

  NetworkChoice(Runnable changed) {
    var group = getContent();
    group.addClassName("sw-networks");
    group.setLabel(text("order.networks"));
    group.setRenderer(new ComponentRenderer<>(NetworkChoice::shown));
    group.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        gone = List.of();
        changed.run();
      }
    });
  }

  private static Span shown(Network network) {
    var cidr = new Span(network.cidr());
    cidr.addClassNames("sw-mono", "sw-quiet");
    var kind = new Span(text("network.kind." + network.kind()));
    kind.addClassName("sw-meta");
    var shown = new Span(new Span(network.name()), cidr, kind);
    shown.addClassName("sw-row");
    return shown;
  }

  void offer(List<Network> networks) {
    gone = List.of();
    getContent().setItems(networks);
    getContent()
        .setValue(
            networks.stream()
                .filter(network -> network.kind().equals("public"))
                .limit(1)
                .collect(Collectors.toSet()));
  }

  /// Ticks what an address names; none where one of them is not there any more.
  ///
  /// @param codes nothing for those an order joins anyway
  void choose(List<String> codes) {
    var there = getContent().getListDataView().getItems().toList();
    if (codes.isEmpty() || there.isEmpty()) {
      return;
    }
    var known = there.stream().map(Network::code).toList();
    gone =
        codes.stream()
            .filter(code -> !known.contains(code) && !code.equals(OrderDraft.NONE))
            .toList();
    var named = there.stream().filter(network -> codes.contains(network.code()));
    getContent().setValue(gone.isEmpty() ? named.collect(Collectors.toSet()) : Set.of());
  }

  /// What is wrong with them; none ticked would join the public one all the same.
  Optional<FieldError> error() {
    boolean isOffered = getContent().getListDataView().getItemCount() > 0;
    return isOffered && getContent().isEmpty()
        ? Optional.of(new FieldError("/networks", "required", whyNone()))
        : Optional.empty();
  }

  private String whyNone() {
    return gone.isEmpty()
        ? text("order.networks.required")
        : text("order.networks.gone", Gone.shortened(String.join(", ", gone)));
  }

  List<String> codes() {
    return getContent().getValue().stream().map(Network::code).sorted().toList();
  }

  void refuse(String why) {
    getContent().setErrorMessage(why);
    getContent().setInvalid(true);
  }

  void clearError() {
    getContent().setInvalid(false);
  }
}
