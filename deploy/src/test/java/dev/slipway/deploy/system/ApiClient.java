package dev.slipway.deploy.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The API as one person uses it.
public final class ApiClient {

  public static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final URI address;
  private final @Nullable String token;

  private ApiClient(URI address, @Nullable String token) {
    this.address = address;
    this.token = token;
  }

  public static ApiClient anonymous(URI address) {
    return new ApiClient(address, null);
  }

  public static ApiClient signedIn(URI address, People person) {
    return signedIn(address, person.email(), person.password());
  }

  static ApiClient signedIn(URI address, String email, String password) {
    Map<String, Object> credentials = Map.of("email", email, "password", password);
    Reply reply = anonymous(address).post("/auth/login", credentials).expect(200);
    return new ApiClient(address, reply.body().path("access_token").asText());
  }

  /// The access token.
  String token() {
    return Objects.requireNonNull(token, "nobody has signed in");
  }

  public Reply get(String path) {
    return send("GET", path, null, Map.of());
  }

  public Reply put(String path, Object body) {
    return send("PUT", path, body, Map.of());
  }

  Reply patch(String path, Object body) {
    return send("PATCH", path, body, Map.of());
  }

  /// With an idempotency key of its own.
  public Reply post(String path, Object body) {
    return post(path, body, UUID.randomUUID().toString());
  }

  Reply post(String path, Object body, String key) {
    return send("POST", path, body, Map.of("Idempotency-Key", key));
  }

  /// With an idempotency key of its own.
  Reply delete(String path, Object body) {
    return send("DELETE", path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
  }

  /// The lines of an event stream, until it ends.
  Stream<String> events(String path) {
    try {
      HttpRequest request = request(path).header("Accept", "text/event-stream").GET().build();
      return HTTP.send(request, HttpResponse.BodyHandlers.ofLines()).body();
    } catch (IOException e) {
      throw new AssertionError("GET " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /// The id of the worker that told of itself last; one does before Slipway is ready.
  String presentWorker() {
    JsonNode workers = get("/admin/workers").expect(200).body().path("workers");
    if (workers.isEmpty()) {
      throw new AssertionError("no worker is listed");
    }
    return workers.path(0).path("id").asText();
  }

  /// How a worker stands, `gone` when it is not listed any more.
  String standingOf(String worker) {
    return list(get("/admin/workers").expect(200).body().path("workers")).stream()
        .filter(each -> each.path("id").asText().equals(worker))
        .map(each -> each.path("status").asText())
        .findFirst()
        .orElse("gone");
  }

  Reply send(String method, String path, @Nullable Object body, Map<String, String> headers) {
    try {
      HttpRequest.Builder request = request(path);
      headers.forEach(request::header);
      HttpRequest.BodyPublisher publisher =
          body == null
              ? HttpRequest.BodyPublishers.noBody()
              : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
      if (body != null) {
        request.header("Content-Type", "application/json");
      }
      HttpResponse<String> response =
          HTTP.send(
              request.method(method, publisher).build(), HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), read(response.body()), response.headers());
    } catch (IOException e) {
      throw new AssertionError(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(rooted(path))).timeout(Duration.ofSeconds(90));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private static String rooted(String path) {
    return path.startsWith("/health") ? path : "/api/v1" + path;
  }

  private static JsonNode read(String body) {
    if (body.isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + body, e);
    }
  }

  /// The elements of a JSON list.
  public static List<JsonNode> list(JsonNode array) {
    return Stream.iterate(0, index -> index < array.size(), index -> index + 1)
        .map(array::path)
        .toList();
  }
}
