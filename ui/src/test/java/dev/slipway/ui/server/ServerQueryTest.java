package dev.slipway.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerQueryTest {
  private static final int OTHERS = 25;

  @Test
  void a_shared_link_shows_everybody_the_same_page() {
    var third = ServerQuery.ALL.at(3);

    assertThat(third.parameters().getQueryString()).isEqualTo("per_page=50&page=3");
    assertThat(ServerQuery.of(third.parameters(), OTHERS)).isEqualTo(third);
  }

  @Test
  void whose_servers_where_and_with_which_labels_stands_in_the_address() {
    var narrowed =
        ServerQuery.ALL.with(
            new ServerScope("sim-1", Map.of("env", "prod", "spare", ""), "ten_north"));

    assertThat(narrowed.parameters().getQueryString())
        .isEqualTo("location=sim-1&label=env%3Dprod&label=spare&tenant=ten_north");
    assertThat(ServerQuery.of(narrowed.parameters(), ServerQuery.PER_PAGE)).isEqualTo(narrowed);
    assertThat(narrowed.isFiltered()).isTrue();
    assertThat(narrowed.unfiltered()).isEqualTo(ServerQuery.ALL);
  }

  @Test
  void a_state_that_is_named_otherwise_does_not_stay_in_the_address() {
    var ofTheApi = QueryParameters.fromString("status=stopped");
    var unknown = QueryParameters.fromString("state=nonsense&q=web");
    var own = QueryParameters.fromString("state=off");

    assertThat(ServerQuery.isOtherwiseNamed(ofTheApi)).isTrue();
    assertThat(ServerQuery.of(ofTheApi, ServerQuery.PER_PAGE).parameters().getQueryString())
        .isEqualTo("state=off");
    assertThat(ServerQuery.isOtherwiseNamed(unknown)).isTrue();
    assertThat(ServerQuery.of(unknown, ServerQuery.PER_PAGE).parameters().getQueryString())
        .isEqualTo("q=web");
    assertThat(ServerQuery.isOtherwiseNamed(own)).isFalse();
    assertThat(ServerQuery.of(own, OTHERS).state()).isEqualTo(StateFilter.OFF);
  }

  @Test
  void the_first_page_has_as_many_rows_as_its_reader_likes() {
    assertThat(ServerQuery.ALL.parameters().getQueryString()).isEmpty();
    assertThat(ServerQuery.of(ServerQuery.ALL.parameters(), OTHERS).rows()).isEqualTo(OTHERS);
    assertThat(ServerQuery.ALL.withRows(OTHERS).parameters().getQueryString())
        .isEqualTo("per_page=25");
  }
}
