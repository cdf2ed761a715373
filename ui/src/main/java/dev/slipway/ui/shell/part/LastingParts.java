package dev.slipway.ui.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    List<Element> order = new ArrayList<>();
    wanted.forEach((key, item) -> {
      var part = parts.computeIfAbsent(key, _ -> make.apply(item));
      fill.accept(part, item);
      order.add(part.getElement());
    });
    arrange(order);
  }

  /// Moves as few as can be.
  private void arrange(List<Element> order) {
    List<Integer> places = order.stream().map(place::indexOfChild).toList();
    Set<Integer> staying = longestRise(places);
    for (int i = 0; i < order.size(); i++) {
      if (!staying.contains(i) && places.get(i) >= 0) {
        order.get(i).removeFromParent();
      }
    }
    for (int i = 0; i < order.size(); i++) {
      if (!staying.contains(i)) {
        place.insertChild(i, order.get(i));
      }
    }
  }

  /// The indices of the longest part of a list that rises; what is below zero is no part of any.
  private static Set<Integer> longestRise(List<Integer> values) {
    List<List<Integer>> endingAt = new ArrayList<>();
    List<Integer> longest = List.of();
    for (int i = 0; i < values.size(); i++) {
      List<Integer> before = List.of();
      for (int j = 0; j < i; j++) {
        if (values.get(j) < values.get(i) && endingAt.get(j).size() > before.size()) {
          before = endingAt.get(j);
        }
      }
      List<Integer> rise = new ArrayList<>(before);
      if (values.get(i) >= 0) {
        rise.add(i);
      }
      endingAt.add(rise);
      longest = rise.size() > longest.size() ? rise : longest;
    }
    return Set.copyOf(longest);
  }
}
