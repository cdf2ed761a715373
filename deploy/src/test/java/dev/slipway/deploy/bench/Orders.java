package dev.slipway.deploy.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.slipway.deploy.bench.bare.BareLoad;
import dev.slipway.deploy.system.ApiClient;
import dev.slipway.deploy.system.Buyer;
import dev.slipway.deploy.system.People;
import dev.slipway.deploy.system.ProductDatabase;
import dev.slipway.deploy.system.SimulatedLocation;
import dev.slipway.deploy.system.SlipwayProcess;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;

/// Orders of a tenant at `sim-1`, where machines are made in no time.
final class Orders implements AutoCloseable {

  private static final String LOCATION = "sim-1";
  private static final String UNSETTLED =
      """
      select count(*) from action a
      where finished_at is null
        or not exists (select from action_history h where h.action_id = a.id)
      """;

  private final Endpoint tenant;
  private final ApiClient admin;
  private final ProductDatabase database;
  private final Finishes finishes;
  private final AtomicLong count = new AtomicLong();

  private Orders(SlipwayProcess slipway) throws SQLException {
    tenant = Endpoint.of(slipway, People.TENANT);
    admin = ApiClient.signedIn(slipway.address(), People.ADMIN);
    database = new ProductDatabase(slipway);
    finishes = new Finishes(database);
  }

  static Orders at(SlipwayProcess slipway) throws SQLException {
    Orders orders = new Orders(slipway);
    new SimulatedLocation(orders.admin, LOCATION).timing(0);
    return orders;
  }

  /// Orders a server.
  ///
  /// @return the action's id
  String accept() {
    try {
      var order = Buyer.order("bench-" + count.incrementAndGet(), LOCATION);
      String answer = tenant.post("servers", ApiClient.JSON.writeValueAsString(order));
      return ApiClient.JSON.readTree(answer).at("/action/id").asText();
    } catch (JsonProcessingException e) {
      throw new AssertionError("an order's answer", e);
    }
  }

  /// Orders a server and returns when it runs.
  ///
  /// @return the action's id
  String finish() {
    String action = accept();
    finishes.awaitSuccess(action);
    return action;
  }

  /// What the workflow of an order carries.
  BareLoad load() {
    String action = finish();
    settle();
    return Carried.by(admin.get("/actions/" + action + "/history").expect(200).body());
  }

  /// Returns when nothing of the orders is left to do, their histories are stored too.
  void settle() {
    Awaitility.await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> database.number(UNSETTLED) == 0);
  }

  @Override
  public void close() throws SQLException {
    finishes.close();
  }
}
