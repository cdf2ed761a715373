package dev.slipway.activities.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.server.ServerFixtures;
import dev.slipway.workflows.action.ActionId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UlidIdSourceTest {

  private final MovableClock clock = new MovableClock(ServerFixtures.NOON);
  private final UlidIdSource ids = new UlidIdSource(clock);

  @Test
  void ids_sort_by_the_time_they_were_made() {
    List<String> made =
        Stream.generate(
                () -> {
                  clock.pass(Duration.ofMillis(1));
                  return ids.next("act");
                })
            .limit(100)
            .toList();

    assertThat(made).isSorted().doesNotHaveDuplicates();
    assertThat(made).allMatch(id -> new ActionId(id).value().length() == 30);
  }

  @Test
  void ids_of_one_millisecond_or_of_a_clock_set_back_still_sort() {
    List<String> made =
        Stream.generate(
                () -> {
                  clock.pass(Duration.ofMillis(-1));
                  return ids.next("act");
                })
            .limit(100)
            .toList();

    assertThat(made).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void ids_made_at_once_differ() {
    assertThat(IntStream.range(0, 20_000).parallel().mapToObj(_ -> ids.next("srv")))
        .doesNotHaveDuplicates();
  }
}
