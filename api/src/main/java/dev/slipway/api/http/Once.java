package dev.slipway.api.http;

import dev.slipway.api.security.Caller;
import dev.slipway.workflows.idempotency.IdempotencyKeys.Request;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A request that is to be done once.
///
/// @param route method and path template, such as `POST /servers`
/// @param target what the path and the query name beyond the route, part of what must be the same
/// @param key the caller's `Idempotency-Key`
/// @param isRequired whether the route demands one
/// @param input the body, null when none
public record Once(
    Caller caller,
    String route,
    String target,
    @Nullable String key,
    boolean isRequired,
    @Nullable Object input) {

  /// A request whose route demands a key.
  public static Once required(
      Caller caller, String route, String target, @Nullable String key, @Nullable Object input) {
    return new Once(caller, route, target, key, true, input);
  }

  /// A request whose route takes a key.
  public static Once optional(
      Caller caller, String route, String target, @Nullable String key, @Nullable Object input) {
    return new Once(caller, route, target, key, false, input);
  }

  /// The key as the id of what the request causes: unique among users.
  public String updateId() {
    String id = key == null ? Correlation.current() : key;
    return caller.user() + "/" + id;
  }

  @Nullable Request named(JsonMapper json) {
    if (key == null || key.isEmpty()) {
      if (isRequired) {
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
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(target.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) '\n');
      if (input != null) {
        digest.update(json.writeValueAsBytes(input));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException | IOException broken) {
      throw new UncheckedIOException("hashing a request", new IOException(broken));
    }
  }
}
