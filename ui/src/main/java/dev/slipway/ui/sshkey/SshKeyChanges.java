package dev.slipway.ui.sshkey;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.PageLimits;
import dev.slipway.api.sshkey.SshKeyService;
import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.sshkey.SshKey;
import jakarta.inject.Singleton;

/// SSH keys as pages list and change them.
@Singleton
public class SshKeyChanges {
  private static final PageRequest ALL = new PageRequest(1, PageRequest.MAX_PER_PAGE);

  private final SshKeyService keys;
  private final PageLimits limits;

  SshKeyChanges(SshKeyService keys, PageLimits limits) {
    this.keys = keys;
    this.limits = limits;
  }

  /// The tenant's keys, as many as one page of the API holds.
  public Page<SshKey> list(Caller caller) {
    return keys.list(caller, ALL);
  }

  /// Adds a key.
  ///
  /// @throws ProblemException as [SshKeyService#create], and `rate_limit_exceeded`
  public SshKey create(Caller caller, String name, String line) {
    limits.change(caller);
    return keys.create(caller, name, line);
  }

  /// Removes a key.
  ///
  /// @throws ProblemException `not_found`, `rate_limit_exceeded`
  void delete(Caller caller, SshKey key) {
    limits.change(caller);
    keys.delete(caller, key.id().value());
  }
}
