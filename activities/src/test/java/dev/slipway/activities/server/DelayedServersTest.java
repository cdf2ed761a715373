package dev.slipway.activities.server;

import static dev.slipway.activities.server.ServerFixtures.aServer;
import static dev.slipway.activities.storage.Storage.NORTH;
import static dev.slipway.activities.storage.Storage.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.action.ActionFixtures;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerFilter;
import dev.slipway.workflows.server.Servers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DelayedServersTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final Servers servers = STORAGE.get(Servers.class);
  private final Server delayed = aServer(NORTH, "late");
  private final Server other = aServer(NORTH, "on-time");
  private final Server idle = aServer(NORTH, "idle");

  @BeforeEach
  void of_three_one_waits_for_a_person() {
    STORAGE.asPlatform(() -> {
      List.of(delayed, other, idle).forEach(server -> servers.create(server, null));
      var actions = STORAGE.get(Actions.class);
      List.of(delayed, other).forEach(server -> actions.create(ActionFixtures.aCreate(server)));
      return true;
    });
    STORAGE.execute(
        """
        update action set status = 'parked', parking_number = 1, parking_step = 'create-machine',
          parking_phase = 'forward', parking_cause = 'capacity', parking_since = now()
        where resource_id = '%s'
        """
            .formatted(delayed.id()));
  }

  @Test
  void they_are_listed_and_counted_apart() {
    assertThat(listed(true)).containsExactly("late");
    assertThat(listed(false)).containsExactly("idle", "on-time");
    assertThat(STORAGE.as(NORTH, servers::countDelayed)).isEqualTo(Map.of(delayed.status(), 1L));
    assertThat(STORAGE.as(SOUTH, servers::countDelayed)).isEmpty();
  }

  private List<String> listed(boolean isDelayed) {
    var filter =
        new ServerFilter(
            Set.of(), null, null, Map.of(), isDelayed, null, ServerFilter.Sort.NAME_ASC);
    return STORAGE.as(NORTH, () -> servers.list(filter, new PageRequest(1, 25))).items().stream()
        .map(server -> server.name().value())
        .toList();
  }
}
