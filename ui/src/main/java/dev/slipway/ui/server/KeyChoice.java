package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.slipway.api.http.FieldError;
import dev.slipway.ui.shell.part.Symbol;
import dev.slipway.workflows.sshkey.SshKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The SSH keys that the server lets in with; one that is missing is added on the spot.
final class KeyChoice extends Composite<Div> {
  private final CheckboxGroup<SshKey> group = new CheckboxGroup<>();
  private final Div none = new Div();
  private final List<SshKey> offered = new ArrayList<>();
  private final Runnable changed;
  private final Gone gone;

  /// @param add asks for a key to be added
  KeyChoice(Runnable add, Runnable changed) {
    this.changed = changed;
    this.gone = new Gone(changed);
    group.setLabel(text("order.keys"));
    group.setHelperText(text("order.keys.hint"));
    group.addClassName("sw-networks");
    group.addClassName("sw-order-keys");
    group.setRenderer(new ComponentRenderer<>(KeyChoice::shown));
    group.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        changed.run();
      }
    });
    var adding = new Button(text("keys.ssh.add"), new Symbol("plus"), click -> add.run());
    adding.setId("order-key-add");
    adding.addThemeVariants(ButtonVariant.SMALL);
    getContent().addClassNames("sw-col", "tight");
    getContent().add(none(), group, gone, new Div(adding));
  }

  private Div none() {
    var label = new Span(text("order.keys"));
    label.addClassName("sw-field-label");
    var hint = new Div(text("order.keys.none"));
    hint.addClassName("sw-meta");
    none.add(label, hint);
    return none;
  }

  private static Span shown(SshKey key) {
    var name = new Span(key.name());
    name.addClassName("sw-ellipsis");
    var fingerprint = new Span(shortened(key.publicKey().fingerprint()));
    fingerprint.addClassNames("sw-mono", "sw-quiet", "sw-nowrap");
    fingerprint.setTitle(key.publicKey().fingerprint());
    var shown = new Span(name, fingerprint);
    shown.addClassName("sw-row");
    return shown;
  }

  /// The start and the end of a fingerprint, which is as much as one compares.
  static String shortened(String fingerprint) {
    int end = fingerprint.length();
    return fingerprint.substring(0, Math.min(end, 11)) + "…" + fingerprint.substring(end - 2);
  }

  void offer(List<SshKey> keys) {
    offered.clear();
    offered.addAll(keys);
    group.setItems(keys);
    group.setVisible(!keys.isEmpty());
    none.setVisible(keys.isEmpty());
  }

  /// @param ids what an address names
  void choose(List<String> ids) {
    var chosen =
        offered.stream().filter(key -> ids.contains(key.id().value())).collect(Collectors.toSet());
    group.setValue(chosen);
    var known = ids(chosen).toList();
    gone.show(ids.stream().distinct().filter(id -> !known.contains(id)).toList());
  }

  /// What an address named and is not there any more.
  Optional<FieldError> error() {
    return gone.names().isEmpty()
        ? Optional.empty()
        : Optional.of(new FieldError("/ssh_keys", "unknown", ""));
  }

  /// Offers a key more, chosen already.
  void addChosen(SshKey key) {
    var chosen = new HashSet<>(group.getValue());
    chosen.add(key);
    var all = new ArrayList<>(offered);
    all.add(key);
    offer(all);
    group.setValue(chosen);
    changed.run();
  }

  /// The chosen ones, and those gone that nobody has gone on without.
  List<String> ids() {
    return Stream.concat(ids(group.getValue()), gone.names().stream()).sorted().toList();
  }

  /// How many are chosen.
  int count() {
    return group.getValue().size();
  }

  private static Stream<String> ids(Set<SshKey> keys) {
    return keys.stream().map(key -> key.id().value());
  }

  /// Those that are gone stand with their own words.
  void refuse(String why) {
    if (gone.names().isEmpty()) {
      group.setErrorMessage(why);
      group.setInvalid(true);
    }
  }

  void clearError() {
    group.setInvalid(false);
  }
}
