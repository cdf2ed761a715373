package dev.slipway.activities.ledger;

import static dev.slipway.activities.action.ActionFixtures.aCreate;
import static dev.slipway.activities.server.ServerFixtures.aServer;
import static dev.slipway.activities.storage.Storage.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.NewAction;
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

  private ExternalObject object(String step, int generation, String externalId) {
    return new ExternalObject(
        action,
        step,
        generation,
        "machine",
        action + "/" + step + "/" + generation,
        externalId,
        Origin.CREATED,
        "sim-1",
        "ten_north");
  }

  private static String anAction() {
    NewAction order = aCreate(aServer(NORTH));
    STORAGE.asPlatform(() -> STORAGE.get(Actions.class).create(order));
    return order.id().value();
  }
}
