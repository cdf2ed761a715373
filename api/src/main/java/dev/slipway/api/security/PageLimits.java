package dev.slipway.api.security;

import dev.slipway.api.http.ProblemException;
import jakarta.inject.Singleton;

/// Counts what people do on pages among their requests: pages ask no route, so no filter sees it.
/// What a page shows is not counted.
@Singleton
public class PageLimits {

  private final RateLimits limits;

  PageLimits(RateLimits limits) {
    this.limits = limits;
  }

  /// Counts a change that somebody asks for.
  ///
  /// @throws ProblemException `rate_limit_exceeded`
  public void change(Caller caller) {
    changes(caller, 1);
  }

  /// Counts one wish that changes several things as so many changes.
  ///
  /// @throws ProblemException `rate_limit_exceeded`
  public void changes(Caller caller, int count) {
    if (!limits.isOff()) {
      RateLimits.admit(limits.takeChanges(caller, count));
    }
  }

  /// Counts an attempt to sign in.
  ///
  /// @param address where it comes from, in digits; empty when unknown
  /// @throws ProblemException `rate_limit_exceeded`
  public void signIn(String address) {
    if (!limits.isOff()) {
      RateLimits.admit(limits.take(address, true));
    }
  }
}
