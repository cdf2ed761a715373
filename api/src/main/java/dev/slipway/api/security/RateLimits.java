package dev.slipway.api.security;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.security.Buckets.Standing;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/// What callers have left of their requests, in this process. A request of a user is also one of
/// his tenant's; operators share none. Strangers are counted by where they come from.
@Singleton
class RateLimits {

  private final RateSettings settings;
  private final Clock clock;
  private final Buckets users;
  private final Buckets tenants;
  private final Buckets addresses;

  RateLimits(RateSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.users = new Buckets(settings.requests(), settings.window());
    this.tenants = new Buckets(settings.tenant(), settings.window());
    this.addresses = new Buckets(settings.requests(), settings.window());
  }

  boolean isOff() {
    return settings.isOff();
  }

  /// Takes a request of somebody who has signed in.
  ///
  /// @return where he stands, or his tenant where that has less left
  Standing take(Caller caller, boolean isChange) {
    return take(caller, cost(isChange));
  }

  /// Takes as many requests as somebody changes things at once; a full bucket is enough for any.
  Standing takeChanges(Caller caller, int count) {
    return take(caller, Math.multiplyExact(cost(true), count));
  }

  private Standing take(Caller caller, int cost) {
    Instant now = clock.instant();
    String user = caller.user().value();
    Standing own = users.take(user, cost, now);
    if (!own.isAdmitted() || !settings.isTenantLimited() || caller.role().isPlatform()) {
      return own;
    }
    Standing shared = tenants.take(caller.tenant().value(), cost, now);
    if (!shared.isAdmitted()) {
      users.giveBack(user, cost, now);
    }
    return shared.isAdmitted() && own.remaining() <= shared.remaining() ? own : shared;
  }

  /// Takes a request of somebody who has not signed in.
  ///
  /// @param address where he comes from, in digits; empty when unknown
  Standing take(String address, boolean isChange) {
    return addresses.take(ClientAddress.network(address), cost(isChange), clock.instant());
  }

  /// @throws ProblemException `rate_limit_exceeded` where a request was not admitted
  static void admit(Standing standing) {
    if (!standing.isAdmitted()) {
      throw ProblemException.tooMany("Too many requests.", standing.next());
    }
  }

  private int cost(boolean isChange) {
    return isChange ? Math.max(1, settings.change()) : 1;
  }
}
