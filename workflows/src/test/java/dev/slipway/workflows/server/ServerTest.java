package dev.slipway.workflows.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.workflows.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "7", "web-1", "a--b", "0a"})
  void a_name_is_a_label(String text) {
    assertThat(new ServerName(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a-", "Web", "a.b", "a b", "ü", "a\n", "a_b"})
  void what_is_no_label_is_no_name(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ServerName(text))
        .withMessageStartingWith("A name has");
  }

  @Test
  void a_name_is_at_most_63_characters_long() {
    assertThat(new ServerName("a".repeat(63)).value()).hasSize(63);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ServerName("a".repeat(64)))
        .withMessageContaining("63");
    assertThat(new NameTakenException(new ServerName("web-1"))).hasMessageContaining("web-1");
  }

  @Test
  void every_part_of_a_size_is_positive() {
    assertThat(new ServerSize(1, 1, 1)).isNotNull();
    assertThatIllegalArgumentException().isThrownBy(() -> new ServerSize(0, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new ServerSize(1, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new ServerSize(1, 1, 0));
  }

  @Test
  void a_state_has_a_word_and_knows_whether_it_is_unfinished() {
    assertThat(ServerStatus.ofCode("running")).contains(ServerStatus.RUNNING);
    assertThat(ServerStatus.ofCode("RUNNING")).isEmpty();
    assertThat(ServerStatus.values())
        .allMatch(status -> ServerStatus.ofCode(status.code()).orElseThrow() == status);
    assertThat(List.of(ServerStatus.values()).stream().filter(ServerStatus::isUnfinished))
        .containsExactly(ServerStatus.QUEUED, ServerStatus.PROVISIONING);
  }

  @Test
  void an_order_and_a_server_do_not_change_with_the_lists_they_were_made_of() {
    List<String> networks = new ArrayList<>(List.of("public"));
    Map<String, String> labels = new HashMap<>(Map.of("team", "a"));
    ServerOrder any = ServerFixtures.anOrder(new Random(1));
    ServerOrder order =
        new ServerOrder(
            any.server(),
            any.tenant(),
            any.name(),
            any.plan(),
            any.size(),
            any.image(),
            any.location(),
            networks,
            networks);
    Server server =
        new Server(
            new ServerId("srv_1"),
            new TenantId("ten_1"),
            new ServerName("web-1"),
            ServerStatus.QUEUED,
            null,
            null,
            "s-1",
            new ServerSize(1, 512, 10),
            "debian-13",
            "sim-1",
            networks,
            null,
            null,
            labels,
            false,
            null,
            Instant.EPOCH,
            Instant.EPOCH,
            1);

    networks.clear();
    labels.clear();

    assertThat(order.networks()).containsExactly("public");
    assertThat(order.sshKeys()).containsExactly("public");
    assertThat(server.networks()).containsExactly("public");
    assertThat(server.labels()).containsEntry("team", "a");
  }

  @Test
  void an_empty_filter_shows_everything_newest_first() {
    assertThat(ServerFilter.ALL.statuses()).isEmpty();
    assertThat(ServerFilter.ALL.sort()).isEqualTo(ServerFilter.Sort.CREATED_AT_DESC);
    assertThat(
            new ServerFilter(
                    Set.of(ServerStatus.RUNNING),
                    null,
                    "web",
                    Map.of("a", "b"),
                    null,
                    null,
                    ServerFilter.Sort.NAME_ASC)
                .labels())
        .containsEntry("a", "b");
  }
}
