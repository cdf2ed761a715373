package dev.slipway.ui.shell;

import dev.slipway.api.security.Caller;

/// What a page with an `:id` in its address is about. Every such page brings its own, as a bean, so
/// that an address of nothing is answered as one.
public interface PageSubject {

  /// The page.
  Class<? extends Page> page();

  /// Looks for the thing.
  ///
  /// @throws IllegalArgumentException for what is no id
  /// @throws dev.slipway.api.http.ProblemException `not_found` for what is not there
  void find(Caller caller, String id);
}
