package dev.slipway.api.security;

import dev.slipway.api.http.ProblemException;
import dev.slipway.workflows.session.SignInFailures;
import dev.slipway.workflows.session.SignInFailures.Failures;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes guessing slow. Failures are counted for an account at an address, for the account, and for
/// the address; after a few, each further attempt waits twice as long, up to a limit, and never for
/// ever. Whether there is such an account makes no difference.
@Singleton
class SignInThrottle {

  private final SignInFailures failures;
  private final ThrottleSettings settings;
  private final Clock clock;

  SignInThrottle(SignInFailures failures, ThrottleSettings settings, Clock clock) {
    this.failures = failures;
    this.settings = settings;
    this.clock = clock;
  }

  /// Somebody who tries.
  ///
  /// @param address where he comes from, empty when unknown
  record Attempt(String email, String address) {

    Attempt {
      email = email.strip().toLowerCase(Locale.ROOT);
      address = ClientAddress.network(address);
    }

    private String pair() {
      return Tokens.hash("both\n" + email + "\n" + address);
    }

    private String account() {
      return Tokens.hash("account\n" + email);
    }

    private String place() {
      return Tokens.hash("address\n" + address);
    }

    // Behind a proxy that was not declared everybody comes from one of these.
    private boolean isPlaceTelling() {
      return !address.isEmpty() && !ClientAddress.isLoopback(address);
    }

    private List<String> subjects() {
      return isPlaceTelling() ? List.of(pair(), account(), place()) : List.of(pair(), account());
    }
  }

  /// @throws ProblemException `rate_limit_exceeded` with the time after which it may be tried again
  void admit(Attempt attempt) {
    Instant now = clock.instant();
    Map<String, Failures> known = failures.of(attempt.subjects(), since(now));
    Instant until =
        Stream.of(
                until(known.get(attempt.pair()), settings.free()),
                until(known.get(attempt.account()), settings.freeShared()),
                until(known.get(attempt.place()), settings.freeShared()))
            .max(Instant::compareTo)
            .orElse(now);
    if (until.isAfter(now)) {
      throw ProblemException.tooMany("Too many failed sign-ins.", Duration.between(now, until));
    }
  }

  private Instant until(@Nullable Failures known, int free) {
    return known == null || known.count() < free
        ? Instant.EPOCH
        : known.lastAt().plus(pause(known.count() - free));
  }

  private Duration pause(int beyond) {
    Duration doubled = Duration.ofSeconds(1L << Math.min(beyond, 30));
    return doubled.compareTo(settings.longest()) < 0 ? doubled : settings.longest();
  }

  /// Counts a failure.
  void failed(Attempt attempt) {
    Instant now = clock.instant();
    failures.add(attempt.subjects(), now, since(now));
  }

  /// Forgets the account's failures; the address keeps its own, which may be about other accounts.
  ///
  /// @return when it was
  Instant succeeded(Attempt attempt) {
    failures.forget(List.of(attempt.pair(), attempt.account()));
    return clock.instant();
  }

  private Instant since(Instant now) {
    return now.minus(settings.memory());
  }

  /// Removes what is forgotten anyway.
  int purge() {
    return failures.purge(since(clock.instant()));
  }
}
