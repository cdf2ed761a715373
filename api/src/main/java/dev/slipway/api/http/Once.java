package dev.slipway.api.http;

import dev.slipway.api.security.Caller;
import dev.slipway.workflows.idempotency.IdempotencyKeys.Request;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A request that is to be done once.
///
/// @param route method and path template, such as `POST /servers`
/// @param target what the path and the query name beyond the route, part of what must be the same
/// @param key the caller's `Idempotency-Key`
/// @param input the body, null when none
public record Once(
    Caller caller, String route, String target, @Nullable String key, @Nullable Object input) {

  /// The routes that demand a key, the panel's form among them; the others take one.
  private static final Set<String> DEMANDING =
      Set.of(
          "POST /servers",
          "FORM /servers",
          "POST /servers/{id}/actions/{type}",
          "DELETE /servers/{id}");

  /// Whether a route demands a key.
  static boolean isDemandedBy(String route) {
    return DEMANDING.contains(route);
  }

  /// An id of what the request causes: the same when it is sent again with its key, another one for
  /// every request without a key.
  public String updateId() {
    if (key == null) {
      return caller.user().value() + "/" + UUID.randomUUID();
    }
    MessageDigest digest = sha256();
    List.of(route, target, key)
        .forEach(part -> digest.update((part + "\n").getBytes(StandardCharsets.UTF_8)));
    return caller.user().value() + "/" + HexFormat.of().formatHex(digest.digest());
  }

  @Nullable Request named(JsonMapper json) {
    if (key == null || key.isEmpty()) {
      if (isDemandedBy(route)) {
        throw new ProblemException(ProblemType.IDEMPOTENCY_KEY_MISSING);
      }
      return null;
    }
    if (!key.matches("[\\x21-\\x7e]{1,255}")) {
      throw ProblemException.invalid(
          "/Idempotency-Key", "invalid", "A key has 1 to 255 visible ASCII characters.");
    }
    return new Request(caller.tenant(), route, key, hash(json));
  }

  private String hash(JsonMapper json) {
    try {
      MessageDigest digest = sha256();
      digest.update(target.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      if (input != null) {
        digest.update(json.writeValueAsBytes(sorted(json.writeValueToTree(input))));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException broken) {
      throw new UncheckedIOException("hashing a request", broken);
    }
  }

  // the same fields in another order are the same content, and a map has no order that lasts
  private static JsonNode sorted(JsonNode node) {
    if (node.isArray()) {
      List<JsonNode> values = new ArrayList<>();
      node.values().forEach(value -> values.add(sorted(value)));
      return JsonNode.createArrayNode(values);
    }
    if (node.isObject()) {
      Map<String, JsonNode> fields = new TreeMap<>();
      node.entries().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
      return JsonNode.createObjectNode(fields);
    }
    return node;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }
}
