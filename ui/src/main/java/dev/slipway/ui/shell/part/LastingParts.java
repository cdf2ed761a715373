package dev.slipway.ui.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.dom.Element;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Parts of a page that stay while others come and go around them: what is drawn anew or moved
/// loses the focus, and what it had opened closes.
///
/// @param <T> what a part shows
public final class LastingParts<T, C extends Component> {
  private final Element place;
  private final Function<T, ?> key;
  private final Function<T, C> make;
  private final Map<Object, C> parts = new HashMap<>();

  /// No parts yet.
  ///
  /// @param place holds these parts and nothing else
  /// @param key tells a part from the others, whatever else of it changes
  public LastingParts(HasElement place, Function<T, ?> key, Function<T, C> make) {
    this.place = place.getElement();
    this.key = key;
    this.make = make;
  }

  /// Shows these, in this order.
  ///
  /// @param fill brings a part up to date, a new one too
  public void show(List<T> items, BiConsumer<C, T> fill) {
    Map<Object, T> wanted = new LinkedHashMap<>();
    items.forEach(item -> wanted.put(key.apply(item), item));
    parts
        .entrySet()
        .removeIf(part -> {
          boolean isGone = !wanted.containsKey(part.getKey());
          if (isGone) {
            part.getValue().getElement().removeFromParent();
          }
          return isGone;
        });
    int at = 0;
    for (var entry : wanted.entrySet()) {
      var part = parts.computeIfAbsent(entry.getKey(), _ -> make.apply(entry.getValue()));
      fill.accept(part, entry.getValue());
      put(part.getElement(), at++);
    }
  }

  /// What stands in the way of the next one goes to the end, and the next one stays where it is.
  private void put(Element part, int at) {
    if (isAt(at, part)) {
      return;
    }
    if (isAt(at + 1, part)) {
      place.appendChild(place.getChild(at));
    } else {
      place.insertChild(at, part);
    }
  }

  private boolean isAt(int at, Element part) {
    return at < place.getChildCount() && place.getChild(at).equals(part);
  }
}
