package dev.slipway.api.server;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.aName;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.api.ApiServer;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.NameTakenException;
import dev.slipway.workflows.server.ServerFilter;
import org.junit.jupiter.api.Test;

class KeyedOrdersTest {

  private final ApiServer api = ApiServer.shared();
  private final ApiServer.Person person = api.tenantUser();
  private final Caller caller =
      new Caller(person.user().id(), person.tenant(), person.user().role());
  private final KeyedOrders orders = api.bean(KeyedOrders.class);

  @Test
  void one_form_sent_twice_is_one_order() {
    var request = request(aName());
    String key = aKey();

    var first = orders.order(caller, request, key);
    var second = orders.order(caller, request, key);

    assertThat(second).isEqualTo(first);
    assertThat(
            api.bean(ServerService.class).list(caller, ServerFilter.ALL, PageRequest.FIRST).items())
        .hasSize(1);
  }

  @Test
  void two_forms_are_two_orders() {
    var first = orders.order(caller, request(aName()), aKey());

    assertThat(orders.order(caller, request(aName()), aKey())).isNotEqualTo(first);
  }

  @Test
  void a_refused_form_may_be_sent_again() {
    String key = aKey();
    String taken = aName();
    orders.order(caller, request(taken), aKey());

    assertThatThrownBy(() -> orders.order(caller, request(taken), key))
        .isInstanceOf(NameTakenException.class);

    assertThat(orders.order(caller, request(aName()), key).value()).startsWith("act_");
  }

  @Test
  void the_key_of_another_content_is_refused() {
    String key = aKey();
    orders.order(caller, request(aName()), key);

    assertThatThrownBy(() -> orders.order(caller, request(aName()), key))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.IDEMPOTENCY_KEY_REUSED));
  }

  private static OrderRequest request(String name) {
    return OrderRequest.of(name, "s-1", "debian-13", "sim-1");
  }
}
