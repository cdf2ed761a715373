package dev.slipway.deploy.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// How often a fuzz called each operation, and how often that did something.
final class Tally {

  private final Map<String, Integer> cases = new TreeMap<>();
  private final Map<String, Integer> successes = new TreeMap<>();

  /// Adds what a report of schemathesis tells.
  Tally add(Path report) {
    try {
      for (String line : Files.readAllLines(report)) {
        JsonNode recorder = ApiClient.JSON.readTree(line).at("/ScenarioFinished/recorder");
        recorder
            .path("interactions")
            .forEach(interaction ->
                add(recorder.path("label").asText(), interaction.at("/response/status_code")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + report, e);
    }
    return this;
  }

  private void add(String operation, JsonNode status) {
    cases.merge(operation, 1, Integer::sum);
    if (status.asInt() / 100 == 2) {
      successes.merge(operation, 1, Integer::sum);
    }
  }

  /// How many requests there were for `GET /path`.
  int cases(String operation) {
    return cases.getOrDefault(operation, 0);
  }

  /// Whether one of them was answered with 2xx.
  boolean isReached(String operation) {
    return successes.containsKey(operation);
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    cases.forEach((operation, count) ->
        text.append(
            "%5d  %5d  %s%n".formatted(count, successes.getOrDefault(operation, 0), operation)));
    return text.toString();
  }
}
