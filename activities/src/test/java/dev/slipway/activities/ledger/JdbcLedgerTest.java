package dev.slipway.activities.ledger;

import static dev.slipway.activities.action.ActionFixtures.aCreate;
import static dev.slipway.activities.server.ServerFixtures.aServer;
import static dev.slipway.activities.storage.Storage.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.storage.Sql;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.NewAction;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcLedgerTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final Ledger ledger = STORAGE.get(Ledger.class);
  private final String action = anAction();

  @Test
  void what_a_step_made_is_found_until_it_is_gone() {
    ExternalObject machine = object("create-machine", 1, "m-1");

    ledger.record(machine);
    assertThat(ledger.find(action, "create-machine", 1)).contains(machine);
    assertThat(ledger.find(action, "create-machine", 2)).isEmpty();

    ledger.gone(action, "create-machine", 1);
    assertThat(ledger.find(action, "create-machine", 1)).isEmpty();
    assertThat(ledger.boundTo("m-1", "sim-1")).isEmpty();
  }

  @Test
  void to_lose_what_was_never_recorded_is_a_success() {
    ledger.gone(action, "create-machine", 7);

    assertThat(ledger.present(action)).isEmpty();
  }

  @Test
  void a_second_record_of_a_step_replaces_the_first() {
    ledger.record(object("create-machine", 1, "m-2"));
    ledger.gone(action, "create-machine", 1);

    ledger.record(object("create-machine", 1, "m-3"));

    assertThat(ledger.present(action)).containsExactly(object("create-machine", 1, "m-3"));
  }

  @Test
  void objects_are_listed_in_the_order_they_were_recorded() {
    ledger.record(object("reserve-capacity", 1, "r-1"));
    ledger.record(object("allocate-addresses", 1, "a-1"));
    ledger.record(object("create-machine", 1, "m-4"));
    ledger.record(object("reserve-capacity", 1, "r-1"));

    assertThat(ledger.present(action))
        .extracting(ExternalObject::externalId)
        .containsExactly("r-1", "a-1", "m-4");
  }

  @Test
  void an_object_tells_whose_it_is_at_its_location_only() {
    ledger.record(object("create-machine", 1, "m-5"));

    assertThat(ledger.boundTo("m-5", "sim-1")).contains(object("create-machine", 1, "m-5"));
    assertThat(ledger.boundTo("m-5", "sim-2")).isEmpty();
  }

  @Test
  void what_is_adopted_once_more_is_left_no_more() {
    STORAGE.execute(
        """
        update action set residual = '[{"kind":"machine","note":"let go","externalId":"m-6"},
          {"kind":"address","note":"kept","externalId":"a-6"}]'
        where id = '%s'
        """
            .formatted(action));

    ledger.record(object("create-machine", 2, "m-6", Origin.ADOPTED));

    assertThat(residual()).contains("a-6").doesNotContain("m-6");
    ledger.record(object("create-machine", 2, "a-6"));
    assertThat(residual()).contains("a-6");
  }

  @Test
  void of_many_that_adopt_one_object_at_once_one_gets_it() throws Exception {
    List<Callable<Optional<ExternalObject>>> takers =
        Stream.generate(JdbcLedgerTest::anAction)
            .limit(8)
            .<Callable<Optional<ExternalObject>>>map(taker -> () -> ledger.take(adoption(taker)))
            .toList();

    List<Future<Optional<ExternalObject>>> taken;
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      taken = people.invokeAll(takers);
    }

    ExternalObject holder = ledger.boundTo("m-9", "sim-1").orElseThrow();
    assertThat(taken).map(Future::resultNow).containsOnly(Optional.empty(), Optional.of(holder));
    assertThat(taken).map(Future::resultNow).filteredOn(Optional::isEmpty).hasSize(1);
    assertThat(ledger.take(holder)).as("its holder may take it again").isEmpty();
  }

  private static ExternalObject adoption(String action) {
    return new ExternalObject(
        action,
        "create-machine",
        1,
        "machine",
        action + "/create-machine/1",
        "m-9",
        Origin.ADOPTED,
        "sim-1",
        "ten_north");
  }

  @Test
  void what_an_operator_left_unrecorded_is_known_by_its_keys() {
    assertThat(ledger.keysLeft(action)).isEmpty();
    STORAGE.execute(
        "update action_step set generation = 2 where step = 'create-machine' and action_id = '%s'"
            .formatted(action),
        """
        update action set residual = '[{"kind":"create-machine","note":"left","externalId":null}]'
        where id = '%s'
        """
            .formatted(action));

    assertThat(ledger.keysLeft(action))
        .containsExactlyInAnyOrder(action + "/create-machine/1", action + "/create-machine/2");
  }

  private String residual() {
    return STORAGE.asPlatform(() ->
        STORAGE
            .get(Sql.class)
            .of("select cast(residual as text) as residual from action where id = :id")
            .with("id", action)
            .one(row -> row.text("residual"))
            .orElseThrow());
  }

  private ExternalObject object(String step, int generation, String externalId) {
    return object(step, generation, externalId, Origin.CREATED);
  }

  private ExternalObject object(String step, int generation, String externalId, Origin origin) {
    return new ExternalObject(
        action,
        step,
        generation,
        "machine",
        action + "/" + step + "/" + generation,
        externalId,
        origin,
        "sim-1",
        "ten_north");
  }

  private static String anAction() {
    NewAction order = aCreate(aServer(NORTH));
    STORAGE.asPlatform(() -> STORAGE.get(Actions.class).create(order));
    return order.id().value();
  }
}
