package dev.slipway.deploy.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/// What a running Slipway counts of itself.
///
/// @param address where it is
record Metrics(URI address) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /// The sum of a metric over its labels.
  ///
  /// @param name as Prometheus reads it, with a part of its labels where they matter
  double sum(String name) {
    return read()
        .lines()
        .filter(line -> line.startsWith(name) && !line.startsWith("#"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  private String read() {
    try {
      HttpRequest request = HttpRequest.newBuilder(address.resolve("/metrics")).build();
      return HTTP.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException("reading metrics", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
