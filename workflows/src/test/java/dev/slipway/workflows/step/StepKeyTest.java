package dev.slipway.workflows.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class StepKeyTest {

  @Test
  void a_key_is_read_as_it_is_written() {
    StepKey key = StepKey.of("act_1/create-machine/3");

    assertThat(key).isEqualTo(new StepKey("act_1", "create-machine", 3));
    assertThat(key).hasToString("act_1/create-machine/3");
    assertThat(key.isFirst()).isFalse();
    assertThat(key.former())
        .map(StepKey::toString)
        .containsExactly("act_1/create-machine/1", "act_1/create-machine/2");
  }

  @Test
  void a_first_key_has_none_before_it() {
    StepKey key = StepKey.of("act_1/create-machine/1");

    assertThat(key.isFirst()).isTrue();
    assertThat(key.former()).isEmpty();
  }

  @Test
  void what_is_derived_from_a_key_is_none() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StepKey.of("act_1/create-machine/1/let-go"))
        .withMessageContaining("let-go");
  }
}
