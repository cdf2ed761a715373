package dev.slipway.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.server.ServerStatus;
import dev.slipway.workflows.server.ServerUsage;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FleetTest {

  @Test
  void what_is_delayed_or_failed_is_not_fine() {
    var fleet =
        fleet(
            Map.of(
                ServerStatus.RUNNING, 5L, ServerStatus.PROVISIONING, 3L, ServerStatus.FAILED, 1L),
            Map.of(ActionStatus.PARKED, 2L, ActionStatus.RUNNING, 1L));

    assertThat(fleet.fine()).isEqualTo(6);
    assertThat(fleet.inProgress()).isEqualTo(1);
  }

  @Test
  void more_delays_than_servers_in_progress_never_count_below_nothing() {
    var fleet = fleet(Map.of(ServerStatus.RUNNING, 1L), Map.of(ActionStatus.PARKED, 4L));

    assertThat(fleet.inProgress()).isZero();
    assertThat(fleet.fine()).isZero();
  }

  @Test
  void what_waits_is_not_being_built() {
    var fleet =
        fleet(
            Map.of(ServerStatus.QUEUED, 2L, ServerStatus.PROVISIONING, 2L),
            Map.of(ActionStatus.QUEUED, 2L, ActionStatus.WAITING, 1L, ActionStatus.RUNNING, 1L));

    assertThat(fleet.waiting()).isEqualTo(3);
    assertThat(fleet.inProgress()).isEqualTo(1);
    assertThat(fleet.fine()).isEqualTo(4);
  }

  private static Fleet fleet(Map<ServerStatus, Long> counts, Map<ActionStatus, Long> unfinished) {
    long servers = counts.values().stream().mapToLong(Long::longValue).sum();
    return new Fleet(counts, unfinished, new ServerUsage(servers, 0, 0, 0), 10);
  }
}
