package dev.slipway.workflows.session;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/// Counts sign-ins that failed, by whatever they are counted by. Failures are forgotten when none
/// came for a while.
public interface SignInFailures {

  /// What is known of a subject.
  ///
  /// @param count failures in a row
  record Failures(int count, Instant lastAt) {}

  /// What is known of several subjects; those that never failed, or long ago, are absent.
  ///
  /// @param since failures before that are forgotten
  Map<String, Failures> of(Collection<String> subjects, Instant since);

  /// Counts a failure for each of several subjects.
  ///
  /// @param since failures before that are forgotten
  void add(Collection<String> subjects, Instant now, Instant since);

  /// Forgets several subjects.
  void forget(Collection<String> subjects);

  /// Removes what is forgotten anyway.
  ///
  /// @return how many subjects
  int purge(Instant since);
}
