package dev.slipway.api.http;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.aName;
import static dev.slipway.api.server.OrderFixtures.order;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/// A request for each operation that takes headers or a body, with as many fields as it may have at
/// once. Each is accepted, and each time it is another one.
final class RequestExamples {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SIMULATOR = "/api/v1/admin/simulators/sim-3";
  private static final String MACHINES = "POST /api/v1/admin/simulators/{location}/machines";

  /// A request.
  ///
  /// @param headers those beside the sender's
  record Example(Http sender, String path, Map<String, String> headers, JsonNode body) {}

  private final ApiServer api;
  private final ApiServer.Person person;
  private final Http tenant;
  private final ApiServer.Person lookingAfter;
  private final Http operator;

  RequestExamples(ApiServer api) {
    this.api = api;
    person = api.tenantUser();
    tenant = api.as(person);
    lookingAfter = api.operator();
    operator = api.as(lookingAfter);
  }

  /// By operation, such as `POST /api/v1/servers`.
  Map<String, List<Supplier<Example>>> all() {
    Map<String, List<Supplier<Example>>> all = new LinkedHashMap<>(ofServers());
    all.put("POST /api/v1/auth/login", List.of(this::login));
    all.put("POST /api/v1/auth/refresh", List.of(() -> tokens("refresh")));
    all.put("POST /api/v1/auth/logout", List.of(() -> tokens("logout")));
    all.put("PUT /api/v1/me/password", List.of(this::password));
    all.put("POST /api/v1/ssh_keys", List.of(this::sshKey));
    all.put("POST /api/v1/actions/{id}/commands", List.of(this::command));
    all.put("PATCH /api/v1/admin/attention", List.of(this::assignment));
    all.put("POST /api/v1/admin/attention/commands", List.of(this::commands));
    all.put("POST /api/v1/admin/workers/{id}/drain", List.of(this::drain));
    all.put("PUT /api/v1/admin/simulators/{location}/faults", List.of(this::faults));
    all.put("PUT /api/v1/admin/simulators/{location}/timing", List.of(this::timing));
    all.put(
        MACHINES,
        List.of(
            () -> machine("\"plan\":\"s-1\""),
            () -> machine("\"size\":{\"vcpus\":1,\"memory_mib\":512,\"disk_gib\":10}")));
    return all;
  }

  private Map<String, List<Supplier<Example>>> ofServers() {
    return Map.of(
        "POST /api/v1/servers",
        List.of(this::anOrder),
        "PATCH /api/v1/servers/{id}",
        List.of(this::change),
        "DELETE /api/v1/servers/{id}",
        List.of(this::destruction),
        "POST /api/v1/servers/{id}/actions/{type}",
        List.of(this::serverAction),
        "PATCH /api/v1/servers/{id}/lane",
        List.of(this::lane));
  }

  private Example anOrder() {
    String body =
        """
        {"name":"%s","plan":"s-1","image":"debian-13","location":"sim-1","networks":["public"],
         "ssh_keys":[],"labels":{"env":"prod"},"user_data":"#cloud-config",
         "not_before":"2020-01-01T00:00:00Z","tenant_id":"%s"}
        """
            .formatted(aName(), person.tenant().value());
    return example(tenant, "/api/v1/servers", keyed(), body);
  }

  private Example change() {
    String body = "{\"name\":\"%s\",\"labels\":{\"env\":\"prod\"},\"protected\":false}";
    return example(
        tenant, server(order(tenant, aName())), Map.of("If-Match", "*"), body.formatted(aName()));
  }

  private Example destruction() {
    String name = aName();
    String body = "{\"confirm\":\"%s\",\"reason\":\"a mistake\"}";
    return example(tenant, server(order(tenant, name)), keyed(), body.formatted(name));
  }

  private Example serverAction() {
    Http.Answer ordered = order(tenant, aName());
    api.tables().end(ordered.text("/action/id"), "succeeded");
    api.tables().server(ordered.text("/server/id"), "running");
    String body =
        """
        {"plan":"s-1","size":{"vcpus":1,"memory_mib":512,"disk_gib":10},"image":"debian-13",
         "snapshot":"snp_1","backup":"bak_1","name":"before","reason":"why not","enabled":true}
        """;
    return example(tenant, server(ordered) + "/actions/reboot", keyed(), body);
  }

  private Example lane() {
    return example(tenant, server(order(tenant, aName())) + "/lane", Map.of(), "{\"order\":[]}");
  }

  private Example login() {
    String body = "{\"email\":\"%s\",\"password\":\"%s\",\"totp\":\"123456\"}";
    return example(
        api.anonymous(),
        "/api/v1/auth/login",
        Map.of(),
        body.formatted(person.email(), ApiServer.PASSWORD));
  }

  private Example tokens(String route) {
    String login = "{\"email\":\"%s\",\"password\":\"%s\"}";
    String token =
        api.anonymous()
            .post("/api/v1/auth/login", login.formatted(person.email(), ApiServer.PASSWORD))
            .text("/refresh_token");
    return example(
        api.anonymous(),
        "/api/v1/auth/" + route,
        Map.of(),
        "{\"refresh_token\":\"%s\"}".formatted(token));
  }

  private Example password() {
    String body = "{\"current\":\"%s\",\"new\":\"another long password\"}";
    return example(
        api.as(api.tenantUser()),
        "/api/v1/me/password",
        Map.of(),
        body.formatted(ApiServer.PASSWORD));
  }

  private Example sshKey() {
    String type = "ssh-ed25519";
    byte[] random = new byte[32];
    ThreadLocalRandom.current().nextBytes(random);
    byte[] blob =
        ByteBuffer.allocate(2 * Integer.BYTES + type.length() + random.length)
            .putInt(type.length())
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .putInt(random.length)
            .put(random)
            .array();
    String body = "{\"name\":\"%s\",\"public_key\":\"%s %s\"}";
    return example(
        tenant,
        "/api/v1/ssh_keys",
        keyed(),
        body.formatted(aName(), type, Base64.getEncoder().encodeToString(blob)));
  }

  private String parked() {
    String action = order(tenant, aName()).text("/action/id");
    api.tables().park(action, "create-machine", "capacity");
    return action;
  }

  private Example command() {
    String body =
        "{\"command\":\"retry\",\"parking\":1,\"step\":\"create-machine\",\"reason\":\"room\"}";
    return example(operator, "/api/v1/actions/" + parked() + "/commands", keyed(), body);
  }

  private Example commands() {
    String body =
        """
        {"action_ids":["%s"],"command":"retry","parking":1,"step":"create-machine",
         "reason":"room"}
        """;
    return example(operator, "/api/v1/admin/attention/commands", keyed(), body.formatted(parked()));
  }

  private Example assignment() {
    String body = "{\"action_ids\":[\"%s\"],\"assignee\":\"%s\"}";
    return example(
        operator,
        "/api/v1/admin/attention",
        Map.of(),
        body.formatted(parked(), lookingAfter.email()));
  }

  private Example drain() {
    String worker = aName();
    api.tables()
        .run(
            """
            insert into worker (id, build, queues, status, last_seen_at)
            values ('%s', '1.0', '{cloudpods}', 'online', now())
            """
                .formatted(worker));
    return new Example(
        operator, "/api/v1/admin/workers/" + worker + "/drain", keyed(), JSON.missingNode());
  }

  private Example faults() {
    String body =
        """
        {"faults":[{"operation":"create_machine","fault":"lost_reply","times":1,
                    "probability":0.5,"latency_ms":20}]}
        """;
    return example(operator, SIMULATOR + "/faults", Map.of(), body);
  }

  private Example timing() {
    String body =
        """
        {"create_ms":50,"power_ms":50,"configure_ms":50,"delete_ms":50,"variance":0.1}
        """;
    return example(operator, SIMULATOR + "/timing", Map.of(), body);
  }

  private Example machine(String size) {
    String body = "{\"name\":\"%s\",%s,\"image\":\"debian-13\"}".formatted(aName(), size);
    return example(operator, SIMULATOR + "/machines", keyed(), body);
  }

  private static Map<String, String> keyed() {
    return Map.of("Idempotency-Key", aKey());
  }

  private static String server(Http.Answer ordered) {
    return "/api/v1/servers/" + ordered.text("/server/id");
  }

  private static Example example(
      Http sender, String path, Map<String, String> headers, String body) {
    try {
      return new Example(sender, path, headers, JSON.readTree(body));
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
