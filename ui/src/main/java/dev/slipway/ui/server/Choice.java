package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableFunction;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One of several cards; the whole card can be pressed, and the arrow keys move between them.
final class Choice<T> extends Composite<RadioButtonGroup<T>> {
  private final Runnable changed;
  private @Nullable String gone;

  Choice(String key, SerializableFunction<T, ? extends Component> card, Runnable changed) {
    this.changed = changed;
    var group = getContent();
    group.addClassName("sw-choice");
    group.addClassName(key.replace('.', '-'));
    group.setAriaLabel(text(key));
    group.setRenderer(new ComponentRenderer<>(card::apply));
    group.addValueChangeListener(change -> {
      if (change.isFromClient()) {
        this.changed.run();
      }
    });
  }

  void offer(List<T> items) {
    getContent().setItems(items);
  }

  void choose(T item) {
    getContent().setValue(item);
  }

  /// Chooses what an address names; what is not offered any more leaves the choice open.
  ///
  /// @param named null where it names none, which changes nothing
  void choose(@Nullable String named, Function<T, String> code) {
    if (named == null) {
      return;
    }
    var found =
        getContent()
            .getListDataView()
            .getItems()
            .filter(item -> code.apply(item).equals(named))
            .findFirst();
    getContent().setValue(found.orElse(null));
    gone = found.isPresent() ? null : named;
  }

  Optional<T> value() {
    return Optional.ofNullable(getContent().getValue());
  }

  /// What is chosen, or what an address named and is not there any more.
  @Nullable String code(Function<T, String> code) {
    return value().map(code).orElse(gone);
  }

  /// Whether nothing is chosen because it is not there any more.
  boolean isGone() {
    return gone != null && value().isEmpty();
  }

  void refuse(String why) {
    getContent().setErrorMessage(isGone() ? text("order.gone", Gone.shortened(gone)) : why);
    getContent().setInvalid(true);
  }

  void clearError() {
    getContent().setInvalid(false);
  }
}
