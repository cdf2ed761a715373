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
import dev.slipway.workflows.server.ServerCount;
import dev.slipway.workflows.server.ServerFilter;
import dev.slipway.workflows.server.ServerProgress;
import dev.slipway.workflows.server.Servers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
    assertThat(listed(ServerProgress.DELAYED)).containsExactly("late");
    assertThat(listed(ServerProgress.WAITING)).containsExactly("on-time");
    assertThat(listed(ServerProgress.UNHINDERED)).containsExactly("idle");
    assertThat(STORAGE.as(NORTH, () -> servers.count(filter("", ServerProgress.DELAYED))))
        .containsExactlyInAnyOrder(
            new ServerCount(delayed.status(), ServerProgress.DELAYED, 1),
            new ServerCount(other.status(), ServerProgress.WAITING, 1),
            new ServerCount(idle.status(), ServerProgress.UNHINDERED, 1));
    assertThat(STORAGE.as(NORTH, () -> servers.count(filter("on-", null))))
        .containsExactly(new ServerCount(other.status(), ServerProgress.WAITING, 1));
    assertThat(STORAGE.as(SOUTH, () -> servers.count(ServerFilter.ALL))).isEmpty();
  }

  private static ServerFilter filter(String text, @Nullable ServerProgress progress) {
    return new ServerFilter(
        Set.of(), null, text, Map.of(), progress, null, ServerFilter.Sort.NAME_ASC);
  }

  private List<String> listed(ServerProgress progress) {
    var filter = filter("", progress);
    return STORAGE.as(NORTH, () -> servers.list(filter, new PageRequest(1, 25))).items().stream()
        .map(server -> server.name().value())
        .toList();
  }
}
