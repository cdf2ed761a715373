package dev.slipway.activities.provider;

import dev.slipway.workflows.provider.FailureClass;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A provider refused or did not answer. The message says what was attempted on what, and holds no
/// secret.
public final class ProviderException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final FailureClass failure;
  private final transient @Nullable Instant resumeAt;

  /// @param resumeAt when the provider said to come back, null if it said nothing
  public ProviderException(FailureClass failure, String message, @Nullable Instant resumeAt) {
    super(message);
    this.failure = failure;
    this.resumeAt = resumeAt;
  }

  /// A failure without a time to come back.
  public ProviderException(FailureClass failure, String message) {
    this(failure, message, null);
  }

  /// The class, which has the rule.
  public FailureClass failure() {
    return failure;
  }

  /// When to look again.
  public Optional<Instant> resumeAt() {
    return Optional.ofNullable(resumeAt);
  }
}
