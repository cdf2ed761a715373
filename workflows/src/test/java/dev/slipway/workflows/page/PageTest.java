package dev.slipway.workflows.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void a_request_counts_from_one_and_asks_for_at_most_a_hundred() {
    assertThat(new PageRequest(3, 25).offset()).isEqualTo(50);
    assertThat(PageRequest.FIRST.offset()).isZero();
    assertThat(new PageRequest(Integer.MAX_VALUE, 100).offset()).isPositive();
    assertThatIllegalArgumentException().isThrownBy(() -> new PageRequest(0, 25));
    assertThatIllegalArgumentException().isThrownBy(() -> new PageRequest(1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new PageRequest(1, 101));
  }

  @Test
  void a_page_follows_while_rows_are_left() {
    PageRequest two = new PageRequest(1, 2);

    assertThat(new Page<>(List.of(1, 2), two, 3).hasNext()).isTrue();
    assertThat(new Page<>(List.of(1, 2), two, 2).hasNext()).isFalse();
    assertThat(new Page<>(List.of(3), new PageRequest(2, 2), 3).hasNext()).isFalse();
  }

  @Test
  void a_page_beyond_the_end_knows_the_last_one() {
    var beyond = new Page<>(List.of(), new PageRequest(9, 2), 5);

    assertThat(beyond.isBeyondEnd()).isTrue();
    assertThat(beyond.last()).isEqualTo(3);
    assertThat(new Page<>(List.of(5), new PageRequest(3, 2), 5).isBeyondEnd()).isFalse();
    assertThat(new Page<>(List.of(), new PageRequest(1, 2), 0).isBeyondEnd()).isFalse();
    assertThat(new Page<>(List.of(), new PageRequest(9_000, 2), 10_000).last()).isEqualTo(5_000);
  }

  @Test
  void where_the_total_is_not_exact_a_page_knows_whether_another_follows() {
    PageRequest late = new PageRequest(600, 2);

    assertThat(new Page<>(List.of(1, 2), late, 1_201).isTotalExact()).isFalse();
    assertThat(new Page<>(List.of(1, 2), late, 1_201).hasNext()).isTrue();
    assertThat(new Page<>(List.of(1, 2), late, 1_200).hasNext()).isFalse();
    assertThat(new Page<>(List.of(1, 2), late, 1_200).last()).isEqualTo(600);
  }
}
