package dev.slipway.deploy.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// What stands in a Slipway before one person's fuzz begins, so that each operation has something
/// to succeed at.
///
/// @param process the Slipway
/// @param person who fuzzes
/// @param built an order that succeeded
/// @param parked orders that wait for a person
/// @param keys ids of SSH keys
record FuzzWorld(
    SlipwayProcess process, People person, Ordered built, List<Ordered> parked, List<String> keys) {

  private static final String LOCATION = "sim-1";
  private static final String KEY_TYPE = "ssh-ed25519";
  private static final int KEY_BYTES = 32;

  static FuzzWorld of(SlipwayProcess process, People person) {
    String prefix = person.name().toLowerCase(Locale.ROOT);
    var buyer = new Buyer(ApiClient.signedIn(process.address(), person));
    var location =
        new SimulatedLocation(ApiClient.signedIn(process.address(), People.ADMIN), LOCATION).fast();
    location.clear();
    Ordered built = buyer.orders(prefix + "-built", LOCATION);
    buyer.awaits(built, "succeeded");
    location.failAlways("create_machine", "quota");
    List<Ordered> parked =
        IntStream.range(0, 3)
            .mapToObj(number -> buyer.orders(prefix + "-parked-" + number, LOCATION))
            .toList();
    parked.forEach(order -> buyer.awaits(order, "parked"));
    location.clear();
    String key =
        buyer
            .api()
            .post("/ssh_keys", Map.of("name", prefix, "public_key", key()))
            .expect(201)
            .body()
            .at("/ssh_key/id")
            .asText();
    return new FuzzWorld(process, person, built, parked, List.of(key));
  }

  static JsonNode signIn(SlipwayProcess process, People person) {
    return ApiClient.anonymous(process.address())
        .post("/auth/login", Map.of("email", person.email(), "password", person.password()))
        .expect(200)
        .body();
  }

  String token() {
    return signIn(process, person).path("access_token").asText();
  }

  /// The description with what is here.
  FuzzedDescription described() {
    ApiClient admin = ApiClient.signedIn(process.address(), People.ADMIN);
    String refresh = signIn(process, person).path("refresh_token").asText();
    return FuzzedDescription.of(admin)
        .parameter(".*", "Idempotency-Key", List.of("fuzz-1", "fuzz-2", "fuzz-3", "fuzz-4"))
        .parameter(".*", "If-Match", List.of("*"))
        .parameter(".*", "dry_run", List.of("false", "true"))
        .parameter(".*", "wait", List.of("1s", "1"))
        .parameter(".*", "location", List.of(LOCATION))
        .parameter(".*_actions_id.*", "id", List.of(parked.getFirst().action(), built.action()))
        .parameter("get_actions_id_(events|history)", "id", List.of(built.action()))
        .parameter(".*_servers_id.*", "id", List.of(built.server(), parked.getFirst().server()))
        .parameter("delete_servers_id", "id", List.of(parked.get(1).server()))
        .parameter(".*_ssh_keys_id", "id", keys)
        .parameter(".*_workers_id_.*", "id", List.of(admin.presentWorker()))
        .body(
            "post_servers", Buyer.order("fuzz-" + person.name().toLowerCase(Locale.ROOT), LOCATION))
        .body("delete_servers_id", Map.of("confirm", parked.get(1).name(), "reason", "fuzz"))
        .body("patch_servers_id", Map.of("labels", Map.of("by", "fuzz")))
        .body("patch_servers_id_lane", Map.of("order", List.of()))
        .body("post_actions_id_commands", Map.of("command", "abort", "reason", "fuzz"))
        .body("post_ssh_keys", Map.of("name", "fuzz", "public_key", key()))
        .example("post_auth_login", Map.of("email", person.email(), "password", person.password()))
        .body("post_auth_refresh", Map.of("refresh_token", refresh))
        .example("put_me_password", Map.of("current", person.password(), "new", person.password()))
        .body("patch_admin_attention", attended("assignee", ""))
        .body("post_admin_attention_commands", attended("command", "retry"))
        .body("put_admin_simulators_location_faults", Map.of("faults", List.of()))
        .body("put_admin_simulators_location_timing", Map.of("create_ms", 50))
        .body(
            "post_admin_simulators_location_machines",
            Map.of("name", "by-hand", "plan", "s-1", "image", "debian-13"));
  }

  private Map<String, Object> attended(String key, String value) {
    return Map.of("action_ids", List.of(parked.getLast().action()), key, value);
  }

  private static String key() {
    byte[] random = new byte[KEY_BYTES];
    ThreadLocalRandom.current().nextBytes(random);
    ByteBuffer blob =
        ByteBuffer.allocate(2 * Integer.BYTES + KEY_TYPE.length() + KEY_BYTES)
            .putInt(KEY_TYPE.length())
            .put(KEY_TYPE.getBytes(StandardCharsets.US_ASCII))
            .putInt(KEY_BYTES)
            .put(random);
    return KEY_TYPE + " " + Base64.getEncoder().encodeToString(blob.array());
  }
}
