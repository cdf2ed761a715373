package dev.slipway.ui.server;

import static dev.slipway.ui.shell.Wording.text;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.function.SerializableFunction;
import java.util.List;
import java.util.Optional;

/// One of several cards; the whole card can be pressed, and the arrow keys move between them.
final class Choice<T> extends Composite<RadioButtonGroup<T>> {
  private final Runnable changed;

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

  Optional<T> value() {
    return Optional.ofNullable(getContent().getValue());
  }

  void refuse(String why) {
    getContent().setErrorMessage(why);
    getContent().setInvalid(true);
  }

  void clearError() {
    getContent().setInvalid(false);
  }
}
