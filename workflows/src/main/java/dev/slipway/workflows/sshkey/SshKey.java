package dev.slipway.workflows.sshkey;

import dev.slipway.workflows.tenant.TenantId;
import java.time.Instant;

/// A tenant's SSH key, which servers may be ordered with.
public record SshKey(
    SshKeyId id, TenantId tenantId, String name, SshPublicKey publicKey, Instant createdAt) {

  /// The longest a name may be.
  public static final int LONGEST_NAME = 64;

  /// @throws IllegalArgumentException with a sentence a person can act on
  public SshKey {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("A name has 1 to " + LONGEST_NAME + " characters");
    }
    if (!name.equals(name.strip()) || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "A name has no blanks at its ends and no control characters");
    }
  }
}
