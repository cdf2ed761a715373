package dev.slipway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import org.junit.jupiter.api.Test;

class RefusalTest extends PanelTest {

  @Test
  void what_nobody_foresaw_is_named_by_an_id_and_not_explained() {
    var refusal = Refusal.of(new IllegalStateException("relation \"server\" does not exist"));

    assertThat(refusal.type()).isEqualTo(ProblemType.INTERNAL_ERROR);
    assertThat(refusal.detail()).containsPattern("Name cor_[0-9a-f]{32} when you ask us");
    assertThat(refusal.detail()).doesNotContain("relation");
  }

  @Test
  void what_was_foreseen_is_said_as_it_is() {
    var taken = ProblemException.notFound("server srv_1");

    assertThat(Refusal.of(taken)).isSameAs(taken);
  }
}
