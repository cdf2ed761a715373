package dev.slipway.deploy;

import java.io.PrintStream;

/// What the launcher says to the person who started it; everything else is a log line.
final class Console {
  private static final PrintStream OUT = System.out;

  private Console() {}

  static void say(String line) {
    OUT.println(line);
    OUT.flush();
  }

  /// One sentence from the outermost failure to the innermost.
  static String explain(String what, Throwable failure) {
    var sentence = new StringBuilder(what);
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      sentence.append(": ").append(cause.getMessage() == null ? cause : cause.getMessage());
    }
    return sentence.toString();
  }
}
