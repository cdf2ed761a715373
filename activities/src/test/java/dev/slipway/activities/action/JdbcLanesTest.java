package dev.slipway.activities.action;

import static dev.slipway.activities.action.ActionFixtures.aCreate;
import static dev.slipway.activities.server.ServerFixtures.NOON;
import static dev.slipway.activities.server.ServerFixtures.aServer;
import static dev.slipway.activities.storage.Storage.NORTH;
import static dev.slipway.activities.storage.Storage.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.Lanes;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.action.WaitKind;
import dev.slipway.workflows.action.WaitingOn;
import dev.slipway.workflows.server.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcLanesTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final Actions actions = STORAGE.get(Actions.class);
  private final Lanes lanes = STORAGE.get(Lanes.class);
  private final Server server = aServer(NORTH);

  @Test
  void a_free_lane_is_held_at_once() {
    NewAction first = queued();

    assertThat(holder()).containsExactly(first.id());
    assertThat(waiting()).isEmpty();
    assertThat(waitOf(first).kind()).isEqualTo(WaitKind.ENGINE);
  }

  @Test
  void who_comes_later_waits_behind_who_came_before() {
    NewAction first = queued();
    NewAction second = queued();
    NewAction third = queued();

    assertThat(holder()).containsExactly(first.id());
    assertThat(waiting()).containsExactly(second.id(), third.id());
    assertThat(waitOf(second)).matches(wait -> wait.kind() == WaitKind.LANE);
    assertThat(waitOf(second).position()).isEqualTo(1);
    assertThat(waitOf(third).position()).isEqualTo(2);
  }

  @Test
  void the_new_order_is_the_order_they_hold_in() {
    NewAction first = queued();
    NewAction second = queued();
    NewAction third = queued();

    assertThat(reorder(third.id(), second.id())).isTrue();
    conclude(first);

    assertThat(holder()).containsExactly(third.id());
    assertThat(waiting()).containsExactly(second.id());
    assertThat(waitOf(third).kind()).isEqualTo(WaitKind.ENGINE);
    assertThat(find(third).version()).isEqualTo(3);
  }

  @Test
  void an_order_of_others_than_those_who_wait_changes_nothing() {
    NewAction first = queued();
    NewAction second = queued();
    NewAction third = queued();

    assertThat(reorder(third.id())).isFalse();
    assertThat(reorder(third.id(), second.id(), first.id())).isFalse();
    assertThat(reorder(third.id(), third.id())).isFalse();
    assertThat(waiting()).containsExactly(second.id(), third.id());
  }

  @Test
  void another_tenant_sees_no_lane() {
    NewAction first = queued();

    assertThat(STORAGE.as(SOUTH, () -> lanes.holder(first.resource()))).isEmpty();
    assertThat(STORAGE.as(SOUTH, () -> lanes.waiting(first.resource()))).isEmpty();
  }

  @Test
  void of_twenty_at_once_one_holds_and_the_others_wait_each_in_his_place() throws Exception {
    atOnce(20, () -> queued());

    assertThat(holder()).hasSize(1);
    assertThat(waiting())
        .hasSize(19)
        .extracting(id -> waitOf(id).position())
        .doesNotHaveDuplicates();
  }

  @Test
  void nobody_is_left_waiting_behind_one_who_leaves() throws Exception {
    for (int round = 0; round < 20; round++) {
      NewAction leaving = queued();
      List<Callable<Object>> work = new ArrayList<>();
      work.add(() -> conclude(leaving));
      work.add(() -> queued());
      work.add(() -> queued());
      atOnce(work);

      assertThat(holder()).hasSize(1);
      assertThat(waiting()).hasSize(1);
      STORAGE.execute(
          "delete from lane",
          "update action set status = 'aborted', finished_at = '"
              + NOON
              + "' where finished_at is null");
    }
  }

  private NewAction queued() {
    NewAction action = aCreate(server);
    STORAGE.as(
        NORTH,
        () -> {
          actions.queue(action);
          return true;
        });
    return action;
  }

  private List<ActionId> holder() {
    return STORAGE.as(NORTH, () -> lanes.holder(aCreate(server).resource())).stream().toList();
  }

  private List<ActionId> waiting() {
    return STORAGE.as(NORTH, () -> lanes.waiting(aCreate(server).resource()));
  }

  private boolean reorder(ActionId... order) {
    return STORAGE.as(NORTH, () -> lanes.reorder(aCreate(server).resource(), List.of(order)));
  }

  private static boolean conclude(NewAction action) {
    return STORAGE.asPlatform(() ->
        STORAGE
            .get(Conclusion.class)
            .conclude(action.id(), ActionStatus.SUCCEEDED, NOON.plusSeconds(9)));
  }

  private Action find(NewAction action) {
    return STORAGE.as(NORTH, () -> actions.find(action.id())).orElseThrow();
  }

  private WaitingOn waitOf(NewAction action) {
    return waitOf(action.id());
  }

  private WaitingOn waitOf(ActionId id) {
    Action action = STORAGE.as(NORTH, () -> actions.find(id)).orElseThrow();
    return Objects.requireNonNull(action.waitingOn());
  }

  private static void atOnce(int times, Callable<Object> work) throws Exception {
    List<Callable<Object>> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.add(work);
    }
    atOnce(all);
  }

  private static void atOnce(List<Callable<Object>> work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Object> done : threads.invokeAll(work)) {
        done.get();
      }
    }
  }
}
