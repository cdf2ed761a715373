package dev.slipway.ui.shell.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LastingPartsTest {
  private final Div place = new Div();
  private final LastingParts<String, Span> parts =
      new LastingParts<>(place, word -> word.substring(0, 1), word -> new Span());

  @Test
  void a_part_stays_the_same_while_what_it_shows_changes() {
    show("a1", "b1");
    var before = place.getChildren().toList();

    show("a2", "b1");

    assertThat(words()).containsExactly("a2", "b1");
    assertThat(place.getChildren()).containsExactlyElementsOf(before);
  }

  @Test
  void others_come_and_go_around_it() {
    show("a", "b", "c");
    var stays = part("b");

    show("d", "b", "e");

    assertThat(words()).containsExactly("d", "b", "e");
    assertThat(part("b")).isSameAs(stays);
  }

  @Test
  void every_order_is_reached() {
    show("a", "b", "c", "d");
    for (String order : List.of("bcda", "dcba", "badc", "xay", "yxa", "abcd", "")) {
      var wanted = order.chars().mapToObj(Character::toString).toArray(String[]::new);

      show(wanted);

      assertThat(words()).containsExactly(wanted);
    }
  }

  @ParameterizedTest
  @CsvSource({"bca, a", "bac, a", "cab, c", "dabc, ''", "adbec, ''", "ac, b"})
  void no_more_are_moved_than_must_be(String order, String moved) {
    new UI().add(place);
    show("a", "b", "c");
    var detached = new ArrayList<String>();
    place
        .getChildren()
        .forEach(child -> child.addDetachListener(_ -> detached.add(child.getElement().getText())));

    show(order.split(""));

    assertThat(words()).containsExactly(order.split(""));
    assertThat(String.join("", detached)).isEqualTo(moved);
  }

  private void show(String... words) {
    parts.show(List.of(words), Span::setText);
  }

  private Component part(String word) {
    return place
        .getChildren()
        .filter(child -> child.getElement().getText().equals(word))
        .findFirst()
        .orElseThrow();
  }

  private List<String> words() {
    Function<Component, String> text = child -> child.getElement().getText();
    return place.getChildren().map(text).toList();
  }
}
