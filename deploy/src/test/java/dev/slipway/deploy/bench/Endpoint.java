package dev.slipway.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.deploy.system.ApiClient;
import dev.slipway.deploy.system.People;
import dev.slipway.deploy.system.SlipwayProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;

/// One server as a program that is signed in uses it, with as little work of its own as can be.
///
/// @param base what paths are added to
record Endpoint(URI base, String token) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  static Endpoint of(SlipwayProcess slipway, String email, String password) {
    String token =
        ApiClient.anonymous(slipway.address())
            .post("/auth/login", Map.of("email", email, "password", password))
            .expect(200)
            .body()
            .path("access_token")
            .asText();
    return new Endpoint(slipway.address().resolve("/api/v1/"), token);
  }

  static Endpoint of(SlipwayProcess slipway, People person) {
    return of(slipway, person.email(), person.password());
  }

  /// The body of an answer that must be 200.
  byte[] get(String path) {
    return send(request(path).GET().build(), 200);
  }

  /// The body of an answer that must be 201.
  String post(String path, String json) {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(json))
            .build();
    return new String(send(request, 201), StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(Duration.ofMinutes(1))
        .header("Authorization", "Bearer " + token);
  }

  private static byte[] send(HttpRequest request, int wanted) {
    try {
      HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
      assertThat(answer.statusCode())
          .as(() -> request + ": " + new String(answer.body(), StandardCharsets.UTF_8))
          .isEqualTo(wanted);
      return answer.body();
    } catch (IOException e) {
      throw new AssertionError(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
