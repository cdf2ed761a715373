package dev.slipway.ui.server;

import static dev.slipway.ui.shell.Wording.text;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import dev.slipway.ui.shell.Symbol;
import dev.slipway.workflows.sshkey.SshKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/// The SSH keys that the server lets in with; one that is missing is added on the spot.
final class KeyChoice extends Composite<Div> {
  private final CheckboxGroup<SshKey> group = new CheckboxGroup<>();
  private final Div none = new Div();
  private final List<SshKey> offered = new ArrayList<>();
  private final Runnable changed;

  /// @param add asks for a key to be added
  KeyChoice(Runnable add, Runnable changed) {
    this.changed = changed;
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
    getContent().add(none(), group, new Div(adding));
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

  void choose(List<String> ids) {
    group.setValue(
        offered.stream().filter(key -> ids.contains(key.id().value())).collect(Collectors.toSet()));
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

  List<String> ids() {
    return group.getValue().stream().map(key -> key.id().value()).sorted().toList();
  }

  void refuse(String why) {
    group.setErrorMessage(why);
    group.setInvalid(true);
  }

  void clearError() {
    group.setInvalid(false);
  }
}
