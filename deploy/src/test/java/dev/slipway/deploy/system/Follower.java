package dev.slipway.deploy.system;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/// One program that follows one action, and what it was told.
final class Follower implements Flow.Subscriber<String> {

  private final CompletableFuture<Integer> answer;
  private volatile String lastStatus = "";
  private volatile int events;
  private volatile int comments;
  private volatile long lastEventAt = System.nanoTime();
  private volatile Duration longestSilence = Duration.ZERO;
  private volatile boolean isOver;

  private Follower(HttpClient client, HttpRequest request) {
    answer =
        client
            .sendAsync(request, BodyHandlers.fromLineSubscriber(this))
            .thenApply(response -> response.statusCode());
  }

  static Follower of(HttpClient client, URI address, Ordered ordered, String token) {
    return new Follower(
        client,
        HttpRequest.newBuilder(address.resolve("/api/v1/actions/" + ordered.action() + "/events"))
            .header("Authorization", "Bearer " + token)
            .build());
  }

  /// The status of the action in the last event.
  String lastStatus() {
    return lastStatus;
  }

  boolean hasState() {
    return events > 0;
  }

  boolean hasSignOfLife() {
    return comments > 0;
  }

  /// How many lines said only that the stream is alive.
  int signsOfLife() {
    return comments;
  }

  /// How long nothing has happened by now.
  Duration silence() {
    return Duration.ofNanos(System.nanoTime() - lastEventAt);
  }

  /// How long nothing happened before an event that came all the same.
  Duration longestSilence() {
    return longestSilence;
  }

  /// Whether the server ended the stream, and in order.
  boolean hasEnded() {
    return isOver && answer.isDone() && answer.join() == 200;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public synchronized void onNext(String line) {
    if (line.startsWith("data: {\"action\"")) {
      lastStatus = line.replaceFirst(".*?\"status\":\"([a-z]+)\".*", "$1");
      longestSilence = events++ == 0 ? Duration.ZERO : longer(silence());
      lastEventAt = System.nanoTime();
    } else if (line.startsWith(":")) {
      comments++;
    }
  }

  private Duration longer(Duration other) {
    return other.compareTo(longestSilence) > 0 ? other : longestSilence;
  }

  @Override
  public void onError(Throwable broken) {
    lastStatus = "broken: " + broken;
  }

  @Override
  public void onComplete() {
    isOver = true;
  }
}
