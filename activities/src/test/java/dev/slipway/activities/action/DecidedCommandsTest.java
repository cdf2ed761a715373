package dev.slipway.activities.action;

import static dev.slipway.activities.action.ActionFixtures.aCreate;
import static dev.slipway.activities.server.ServerFixtures.aServer;
import static dev.slipway.activities.storage.Storage.NORTH;
import static dev.slipway.activities.storage.Storage.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.server.Server;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DecidedCommandsTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final Actions actions = STORAGE.get(Actions.class);
  private final StoredOrders orders = new StoredOrders(STORAGE);

  @Test
  void a_command_that_was_decided_is_known_to_those_who_see_its_action() {
    NewAction order = aCreate(aServer(NORTH));
    orders.create(order);

    STORAGE.asPlatform(() -> actions.remember(order.id(), "usr_1/a"));
    STORAGE.asPlatform(() -> actions.remember(order.id(), "usr_1/a"));

    assertThat(STORAGE.as(NORTH, () -> actions.remembers(order.id(), "usr_1/a"))).isTrue();
    assertThat(STORAGE.as(NORTH, () -> actions.remembers(order.id(), "usr_1/b"))).isFalse();
    assertThat(STORAGE.as(SOUTH, () -> actions.remembers(order.id(), "usr_1/a"))).isFalse();
  }

  @Test
  void an_order_is_protected_as_its_server_is_while_it_is_built() {
    Server server = aServer(NORTH);
    NewAction order = aCreate(server);
    orders.store(server);
    orders.create(order);
    assertThat(orders.find(order).isProtected()).isFalse();
    assertThat(STORAGE.as(NORTH, () -> actions.isProtected(order.id()))).isFalse();

    STORAGE.execute("update server set protected = true where id = '" + server.id() + "'");

    assertThat(orders.find(order).isProtected()).isTrue();
    assertThat(STORAGE.as(NORTH, () -> actions.isProtected(order.id()))).isTrue();
    assertThat(STORAGE.as(SOUTH, () -> actions.isProtected(order.id()))).isFalse();

    STORAGE.execute(
        "update action set status = 'failed', finished_at = now() where id = '" + order.id() + "'");

    assertThat(orders.find(order).isProtected()).isFalse();
  }
}
