package dev.slipway.activities.action;

import static dev.slipway.activities.action.ActionFixtures.aCreate;
import static dev.slipway.activities.server.ServerFixtures.NOON;
import static dev.slipway.activities.server.ServerFixtures.aServer;
import static dev.slipway.activities.storage.Storage.NORTH;
import static dev.slipway.activities.storage.Storage.SOUTH;
import static dev.slipway.activities.temporal.StepContextFixtures.aContext;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.Assignee;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.step.StepContext;
import dev.slipway.workflows.tenant.UserId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Parked actions as groups, and who looks after them.
class ParkedActionsTest {

  private static final Assignee OPERATOR = new Assignee(new UserId("usr_op"), "Ana");

  private static final String PARK =
      """
      update action
      set status = 'parked', parking_number = 1, parking_step = '%s', parking_phase = 'forward',
          parking_cause = '%s', parking_since = timestamptz '2026-01-01T12:00:00Z'
            + interval '1 second' * %d
      where id = '%s'
      """;

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final Actions actions = STORAGE.get(Actions.class);
  private final StoredOrders orders = new StoredOrders(STORAGE);

  @BeforeEach
  void no_actions() {
    orders.sweep();
  }

  @Test
  void parked_actions_are_grouped_by_cause_place_and_step() {
    place("sim-1");
    place("sim-2");
    NewAction oldest = parked("sim-2", "quota", "create-machine", 1);
    NewAction first = parked("sim-1", "capacity", "reserve-capacity", 2);
    NewAction second = parked("sim-1", "capacity", "reserve-capacity", 3);
    parked("sim-2", "capacity", "reserve-capacity", 4);
    STORAGE.asPlatform(() -> actions.assign(List.of(first.id(), second.id()), OPERATOR));

    var page = STORAGE.asPlatform(() -> actions.attention(new PageRequest(1, 2)));

    assertThat(page.total()).isEqualTo(3);
    assertThat(page.items()).hasSize(2);
    assertThat(page.items().get(0))
        .matches(group -> group.cause().code().equals("quota") && group.count() == 1)
        .matches(group -> group.provider().equals("simulator/sim-2"))
        .matches(group -> group.assignee() == null)
        .matches(group -> group.actions().getFirst().id().equals(oldest.id()));
    assertThat(page.items().get(1))
        .matches(group -> group.provider().equals("simulator/sim-1") && group.count() == 2)
        .matches(group -> "Ana".equals(group.assignee()))
        .matches(group -> group.oldestAt().equals(NOON.plusSeconds(2)));
    assertThat(page.items().get(1).actions())
        .extracting(Action::id)
        .containsExactly(first.id(), second.id());
    assertThat(STORAGE.as(SOUTH, () -> actions.attention(PageRequest.FIRST)).items()).isEmpty();
    assertThat(STORAGE.asPlatform(() -> actions.attention("usr_op", PageRequest.FIRST)).items())
        .singleElement()
        .matches(group -> group.count() == 2);
    assertThat(STORAGE.asPlatform(() -> actions.attention("", PageRequest.FIRST)).items())
        .hasSize(2)
        .allMatch(group -> group.count() == 1);
  }

  @Test
  void a_parked_action_stands_where_its_step_was_sent() {
    place("sim-1");
    place("sim-3");
    NewAction moved = parked("sim-1", "auth", "reserve-capacity", 1);
    STORAGE.execute(
        """
        update action_step set inputs = '{"server": "srv_1", "location": "sim-3"}'
        where step = 'reserve-capacity' and action_id = '%s'
        """
            .formatted(moved.id()));

    assertThat(STORAGE.asPlatform(() -> actions.attention(PageRequest.FIRST)).items())
        .singleElement()
        .matches(group -> group.provider().equals("simulator/sim-3"));
  }

  @Test
  void nobody_can_be_assigned_too() {
    NewAction order = aCreate(aServer(NORTH));
    orders.create(order);

    assertThat(STORAGE.asPlatform(() -> actions.assign(List.of(order.id()), OPERATOR))).isOne();
    assertThat(STORAGE.asPlatform(() -> actions.assign(List.of(order.id()), OPERATOR))).isZero();
    assertThat(orders.find(order).assignee()).isEqualTo(OPERATOR);
    assertThat(STORAGE.asPlatform(() -> actions.assign(List.of(order.id()), null))).isOne();
    assertThat(orders.find(order).assignee()).isNull();
  }

  @Test
  void two_people_of_one_name_are_two() {
    place("sim-1");
    NewAction first = parked("sim-1", "capacity", "reserve-capacity", 1);
    NewAction second = parked("sim-1", "capacity", "reserve-capacity", 2);
    Assignee namesake = new Assignee(new UserId("usr_op2"), OPERATOR.name());

    STORAGE.asPlatform(() -> actions.assign(List.of(first.id(), second.id()), OPERATOR));
    assertThat(STORAGE.asPlatform(() -> actions.assign(List.of(second.id()), namesake))).isOne();

    assertThat(orders.find(second).assignee()).isEqualTo(namesake);
    assertThat(STORAGE.asPlatform(() -> actions.attention(PageRequest.FIRST)).items())
        .singleElement()
        .matches(group -> group.assignee() == null);
  }

  @Test
  void whoever_looked_after_a_parking_has_nothing_to_do_with_the_next() {
    place("sim-1");
    ProjectionWrites writes = STORAGE.get(ProjectionWrites.class);
    String step = "create-machine";
    Map<String, Consumer<String>> ways =
        Map.of(
            "work goes on", id -> writes.runs(id, false, NOON),
            "its run is not let in", id -> writes.answered(id, 1, step, "forward"),
            "an attempt begins", ParkedActionsTest::begins,
            "its workflow was closed",
                id -> STORAGE.get(DecisionRows.class).open(new ActionId(id), 1, NOON));
    ways.forEach((way, goesOn) -> {
      NewAction action = parked("sim-1", "engine_closed", step, ways.size() + way.length());
      STORAGE.asPlatform(() -> actions.assign(List.of(action.id()), OPERATOR));

      STORAGE.asPlatform(() -> goesOn.accept(action.id().value()));

      assertThat(orders.find(action).assignee()).as(way).isNull();
      assertThat(orders.find(action).parking()).as(way).isNull();
      STORAGE.execute(PARK.formatted(step, "quota", 9, action.id()));
      assertThat(STORAGE.asPlatform(() -> actions.attention("usr_op", PageRequest.FIRST)).items())
          .as(way)
          .isEmpty();
    });
  }

  private static void begins(String action) {
    StepContext at = aContext(action, "create-machine", Phase.FORWARD, 1, 0, List.of(), false, 0);
    STORAGE
        .get(AttemptBeginnings.class)
        .started(new AttemptRecord(at, "run-1", 1), new StepRequest("{}", null), NOON);
  }

  private static void place(String code) {
    String insert =
        """
        insert into location (id, code, name, country, available, provider)
        values ('loc_%1$s', '%1$s', '%1$s', 'DE', true, 'simulator')
        on conflict do nothing
        """;
    STORAGE.execute(insert.formatted(code));
  }

  private NewAction parked(String location, String cause, String step, int second) {
    Server server = aServer(NORTH, "parked-" + second, location, NOON, Map.of());
    NewAction action = aCreate(server);
    orders.store(server);
    orders.create(action);
    STORAGE.execute(PARK.formatted(step, cause, second, action.id()));
    return action;
  }
}
