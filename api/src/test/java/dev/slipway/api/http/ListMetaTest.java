package dev.slipway.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.http.ListMeta.Pagination;
import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.page.PageRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListMetaTest {

  @Test
  void a_page_past_the_end_of_a_long_list_leads_back_to_the_last_with_rows() {
    var beyond = new Page<>(List.of(), new PageRequest(999_999, 50), 10_000);

    assertThat(ListMeta.of(beyond).pagination())
        .isEqualTo(new Pagination(999_999, 50, null, 1_000, null, null, 200));
  }

  @Test
  void the_last_page_of_a_long_list_has_no_next_also_when_it_is_full() {
    var full = new Page<>(List.of(1, 2), new PageRequest(600, 2), 1_200);

    assertThat(ListMeta.of(full).pagination())
        .isEqualTo(new Pagination(600, 2, null, 1_000, null, null, 599));
  }
}
