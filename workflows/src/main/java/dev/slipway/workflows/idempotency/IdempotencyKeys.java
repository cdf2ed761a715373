package dev.slipway.workflows.idempotency;

import dev.slipway.workflows.tenant.TenantId;

/// Keeps requests by key and the answers they got, for at least 24 hours.
public interface IdempotencyKeys {

  /// Names a request.
  ///
  /// @param route method and path template, such as `POST /servers`
  /// @param key as the caller gave it, 1 to 255 visible characters
  /// @param bodyHash SHA-256 of the body and the query, in hexadecimal
  record Request(TenantId tenant, String route, String key, String bodyHash) {}

  /// What is known of a request.
  sealed interface Claim {
    /// It is new and now claimed by the caller.
    record Granted() implements Claim {}

    /// It was answered so.
    record Answered(int status, String location, String body) implements Claim {}

    /// Another call with this key is at work.
    record InProgress() implements Claim {}

    /// The key was used for another body.
    record Reused() implements Claim {}
  }

  /// Claims a request in a transaction of its own; a claim without an answer lapses after a minute.
  Claim claim(Request request);

  /// Keeps the answer, in the transaction of the effect.
  ///
  /// @param location the `Location` header, empty when none
  void answer(Request request, int status, String location, String body);

  /// Gives a claim back after a refusal, so that the corrected request may use the key.
  void release(Request request);

  /// Removes what is older than the keeping time.
  ///
  /// @return how many were removed
  int purge();
}
