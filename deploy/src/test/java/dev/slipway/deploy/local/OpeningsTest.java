package dev.slipway.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpeningsTest {

  private final Openings openings = new Openings();
  private final List<String> closed = new ArrayList<>();

  @Test
  void what_was_opened_last_is_closed_first_and_once() {
    assertThat(openings.open("database", () -> "first", closed::add)).isEqualTo("first");
    openings.open("engine", () -> "second", closed::add);

    openings.close();
    openings.close();

    assertThat(closed).containsExactly("second", "first");
  }

  @Test
  void nothing_is_opened_once_it_is_closed() {
    openings.close();

    assertThatExceptionOfType(StartFailedException.class)
        .isThrownBy(() -> openings.open("database", () -> closed.add("opened"), _ -> {}));
    assertThat(closed).isEmpty();
  }

  @Test
  void what_its_owner_opens_again_takes_the_place_of_the_first() {
    openings.open("database", () -> "first", closed::add);
    openings.open("engine", () -> "engine", closed::add);
    openings.open("database", () -> "again", closed::add);

    openings.close();

    assertThat(closed).containsExactly("engine", "again");
  }

  @Test
  void what_cannot_be_closed_keeps_nothing_else_open() {
    openings.open("database", () -> "first", closed::add);
    openings.open(
        "engine",
        () -> "second",
        _ -> {
          throw new IllegalStateException("stuck");
        });

    assertThatIllegalStateException().isThrownBy(openings::close).withMessage("stuck");
    assertThat(closed).containsExactly("first");
  }
}
