package dev.slipway.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.workflows.tenant.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A plain HTTP client that shows answers as they are, and fails when one is not as described.
public final class Http {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final URI base;
  private final Map<String, String> headers = new LinkedHashMap<>();

  Http(URI base, @Nullable Map<String, String> headers) {
    this.base = base;
    if (headers != null) {
      this.headers.putAll(headers);
    }
  }

  /// The same with a header.
  public Http with(String header, String value) {
    Http other = new Http(base, headers);
    other.headers.put(header, value);
    return other;
  }

  /// The same at another address of the same server.
  public Http at(URI address) {
    return new Http(address, headers);
  }

  /// The same with a new idempotency key.
  public Http once(String key) {
    return with("Idempotency-Key", key);
  }

  /// An answer.
  public record Answer(int status, HttpResponse<String> response) {

    /// The value at a JSON pointer.
    public JsonNode at(String pointer) {
      try {
        return JSON.readTree(response.body()).at(pointer);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    /// The text at a JSON pointer.
    public String text(String pointer) {
      return at(pointer).asText();
    }

    /// The body as it is.
    public String body() {
      return response.body();
    }

    /// A header, empty when absent.
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer post(String path, String body) {
    return send("POST", path, body);
  }

  public Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  public Answer patch(String path, String body) {
    return send("PATCH", path, body);
  }

  public Answer delete(String path, @Nullable String body) {
    return send("DELETE", path, body);
  }

  /// Any method.
  public Answer send(String method, String path, @Nullable String body) {
    try {
      HttpResponse<String> response =
          CLIENT.send(request(method, path, body), BodyHandlers.ofString());
      Described.by(base, isOperator()).check(method, path, response);
      return new Answer(response.statusCode(), response);
    } catch (IOException broken) {
      throw new UncheckedIOException(method + " " + path, broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private boolean isOperator() {
    String[] token = headers.getOrDefault("Authorization", "").split("\\.", -1);
    return token.length == 3
        && token[1].matches("[0-9A-Za-z_-]{20,}")
        && new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8)
            .contains("\"" + Role.OPERATOR.code() + "\"");
  }

  /// Holds the lines of a stream of events to the description.
  ///
  /// @throws AssertionError when one is not as described
  public void checkEvents(String path, List<String> lines) {
    Described.by(base, isOperator()).checkEvents(path, lines.stream());
  }

  /// A request as it would be sent.
  public HttpRequest request(String method, String path, @Nullable String body) {
    var request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(40))
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::header);
    return request.build();
  }
}
