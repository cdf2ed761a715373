package dev.slipway.deploy.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.deploy.bench.panel.Stop;
import dev.slipway.deploy.bench.panel.Visitor;
import dev.slipway.deploy.system.ApiClient;
import dev.slipway.deploy.system.Buyer;
import dev.slipway.deploy.system.People;
import dev.slipway.deploy.system.ProductDatabase;
import dev.slipway.deploy.system.SimulatedLocation;
import dev.slipway.deploy.system.SlipwayProcess;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// People of several tenants, each signed in to the panel in a session of his own, where there are
/// servers and actions to look at.
///
/// @param people all of them
/// @param api the API as one of them uses it
record Crowd(List<Stroller> people, Endpoint api) {

  /// What a list of the API shows to that one.
  static final String LISTED = "web-20";

  private static final int TENANTS = 20;
  private static final int USERS = 5;
  private static final int SERVERS = 300;
  private static final int ORDERED = 3;
  private static final String LOCATION = "sim-1";

  static Crowd at(SlipwayProcess slipway) throws SQLException {
    var admin = ApiClient.signedIn(slipway.address(), People.ADMIN);
    new SimulatedLocation(admin, LOCATION).timing(0);
    List<Stroller> people = new ArrayList<>();
    List<Endpoint> apis = new ArrayList<>();
    try (var finishes = new Finishes(new ProductDatabase(slipway))) {
      for (int number = 0; number < TENANTS; number++) {
        var tenant = new ListedTenant(slipway, "crowd" + number, SERVERS, USERS);
        apis.add(tenant.fill());
        var stops = stops(tenant.code(), apis.getLast(), finishes);
        for (int user = 1; user <= USERS; user++) {
          people.add(
              new Stroller(
                  Visitor.signedIn(slipway.address(), tenant.email(user), ListedTenant.password()),
                  stops));
        }
      }
    }
    return new Crowd(List.copyOf(people), apis.getFirst());
  }

  private static List<List<Stop>> stops(String code, Endpoint api, Finishes finishes) {
    List<Stop> servers = new ArrayList<>();
    List<Stop> actions = new ArrayList<>();
    String name = "";
    for (int order = 0; order < ORDERED; order++) {
      name = code + "-desk-" + order;
      JsonNode accepted = accepted(api, name);
      String server = accepted.at("/server/id").asText();
      String action = accepted.at("/action/id").asText();
      finishes.awaitSuccess(action);
      servers.add(stop("server", "servers/" + server, name, server, "Queue for this server"));
      actions.add(stop("action", "actions/" + action, "Create " + name, "publish-server"));
    }
    return List.of(
        List.of(stop("dashboard", "", name, "Newest servers")),
        List.of(stop("list", "servers", name, LISTED, "of 303")),
        servers,
        actions,
        List.of(stop("order form", "servers/new", "Small 1", "User data")));
  }

  private static Stop stop(String kind, String path, String... shows) {
    return new Stop(kind, path, List.of(shows));
  }

  private static JsonNode accepted(Endpoint api, String name) {
    try {
      String order = ApiClient.JSON.writeValueAsString(Buyer.order(name, LOCATION));
      return ApiClient.JSON.readTree(api.post("servers", order));
    } catch (JsonProcessingException e) {
      throw new AssertionError("an order's answer", e);
    }
  }
}
