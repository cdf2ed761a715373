package dev.slipway.ui.shell.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.ui.shell.PanelTest;
import dev.slipway.workflows.tenant.StorageUnavailableException;
import io.micronaut.context.exceptions.BeanInstantiationException;
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

  @Test
  void a_database_that_is_away_is_no_mystery_whoever_wrapped_the_news() {
    var away = new StorageUnavailableException("a transaction", new IllegalStateException("away"));

    var refusal = Refusal.of(new BeanInstantiationException("making a page", away));

    assertThat(refusal.type()).isEqualTo(ProblemType.DATABASE_UNAVAILABLE);
    assertThat(refusal.detail()).isEqualTo("Nothing was done. Try again in a moment.");
  }
}
