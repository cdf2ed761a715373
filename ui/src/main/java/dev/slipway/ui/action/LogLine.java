package dev.slipway.ui.action;

import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.part.Times;
import java.time.Instant;

/// A line of the log.
///
/// @param about the step, or what else it is about
/// @param what what happened, a word
/// @param colour the state class of the word
record LogLine(Instant at, String about, String what, String colour, String detail) {
  private static final String LINE = "  %-19s  ";
  private static final String WORD = "%-9s";

  Span drawn() {
    var time = new Span(Times.clockMillis(at));
    time.addClassName("sw-log-time");
    var word = new Span(WORD.formatted(what));
    word.addClassName(colour.isEmpty() ? "sw-log-word" : colour);
    word.addClassName("sw-log-state");
    return new Span(time, new Span(LINE.formatted(about)), word, new Span(rest()));
  }

  String plain() {
    return Times.clockMillis(at) + LINE.formatted(about) + WORD.formatted(what) + rest();
  }

  private String rest() {
    return detail.isEmpty() ? "\n" : "  " + detail + "\n";
  }
}
