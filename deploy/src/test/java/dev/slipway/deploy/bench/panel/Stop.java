package dev.slipway.deploy.bench.panel;

import java.util.List;

/// A page to go to.
///
/// @param kind what kind of page, in a word
/// @param path where it is, without a leading slash
/// @param shows what must be on it
public record Stop(String kind, String path, List<String> shows) {

  public Stop {
    shows = List.copyOf(shows);
  }

  /// Fails when something that should be on the page is not.
  void expectOn(Answer answer) {
    for (String text : shows) {
      if (!answer.text().contains(text)) {
        throw new AssertionError("/" + path + " does not show " + text + ": " + answer.text());
      }
    }
  }
}
