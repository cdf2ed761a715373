package dev.slipway.deploy.bench.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// A browser with cookies of its own, which draws nothing.
final class Browser {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  private final URI address;
  private final Map<String, String> cookies = new ConcurrentHashMap<>();

  Browser(URI address) {
    this.address = address;
  }

  String get(String path) {
    return send(request(path).GET().build());
  }

  String post(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json; charset=UTF-8")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  CompletableFuture<WebSocket> listen(String path, WebSocket.Listener listener) {
    URI http = address.resolve(path);
    return HTTP.newWebSocketBuilder()
        .header("Cookie", cookies())
        .connectTimeout(PATIENCE)
        .buildAsync(URI.create(http.toString().replaceFirst("^http", "ws")), listener);
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
    return cookies.isEmpty() ? request : request.header("Cookie", cookies());
  }

  private String cookies() {
    return cookies.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining("; "));
  }

  private String send(HttpRequest request) {
    try {
      HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(() -> request + ": " + answer.body()).isEqualTo(200);
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      return answer.body();
    } catch (IOException e) {
      throw new AssertionError(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private void keep(String header) {
    for (HttpCookie cookie : HttpCookie.parse(header)) {
      if (cookie.getMaxAge() == 0) {
        cookies.remove(cookie.getName());
      } else {
        cookies.put(cookie.getName(), cookie.getValue());
      }
    }
  }
}
