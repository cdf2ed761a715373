package dev.slipway.ui.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {
  @ParameterizedTest
  @CsvSource({
    "par-1, PAR-1, WHOLE",
    "par-10, par-1, BEGIN",
    "Order a server like par-1, par-1, WORD",
    "spar-1 and par-1, par-1, WORD",
    "spar-1, par-1, PART",
    "web-1, 198.18.0.7, ELSEWHERE"
  })
  void a_label_is_as_like_as_it_reads(String label, String typed, Likeness likeness) {
    assertThat(Likeness.of(label, typed)).isEqualTo(likeness);
  }
}
