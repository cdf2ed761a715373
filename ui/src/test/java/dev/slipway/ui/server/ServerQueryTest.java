package dev.slipway.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

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
  void the_first_page_has_as_many_rows_as_its_reader_likes() {
    assertThat(ServerQuery.ALL.parameters().getQueryString()).isEmpty();
    assertThat(ServerQuery.of(ServerQuery.ALL.parameters(), OTHERS).rows()).isEqualTo(OTHERS);
    assertThat(ServerQuery.ALL.withRows(OTHERS).parameters().getQueryString())
        .isEqualTo("per_page=25");
  }
}
