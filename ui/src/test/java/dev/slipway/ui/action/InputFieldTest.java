package dev.slipway.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.slipway.ui.action.InputOptions.Option;
import dev.slipway.ui.shell.PanelTest;
import dev.slipway.workflows.step.Editable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InputFieldTest extends PanelTest {
  private static final InputOptions NONE = new InputOptions(Map.of());

  @Test
  void what_exists_in_a_list_is_chosen_from_it() {
    var options = new InputOptions(Map.of("image", List.of(new Option("debian-13", "Debian 13"))));

    var field = InputField.of(input("image", "[a-z0-9-]+"), options, "debian-13");

    assertThat(field.component()).isInstanceOf(Select.class);
    assertThat(field.value()).isEqualTo("debian-13");
    assertThat(field.check()).isTrue();
  }

  @Test
  void what_was_tried_stays_choosable_when_it_is_gone() {
    var options = new InputOptions(Map.of("image", List.of(new Option("debian-13", "Debian 13"))));

    var field = InputField.of(input("image", "[a-z0-9-]+"), options, "debian-9");

    assertThat(field.value()).isEqualTo("debian-9");
  }

  @Test
  void a_text_is_held_against_its_pattern() {
    var field = InputField.of(input("image", "[a-z]+"), NONE, "old");
    var typed = (TextField) field.component();
    typed.setValue("NOT SO");

    assertThat(field.check()).isFalse();
    assertThat(typed.isInvalid()).isTrue();
    assertThat(typed.getErrorMessage()).contains("[a-z]+");

    typed.setValue("so");
    assertThat(field.check()).isTrue();
    assertThat(typed.isInvalid()).isFalse();
  }

  private static Editable<String> input(String name, String pattern) {
    return new Editable<>(name, pattern, (request, value) -> value);
  }
}
