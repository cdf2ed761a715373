package dev.slipway.api.server;

import dev.slipway.api.http.FieldErrors;
import dev.slipway.workflows.sshkey.SshKeyId;
import dev.slipway.workflows.sshkey.SshKeys;
import dev.slipway.workflows.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The SSH keys an order names, of the tenant it is for.
@Singleton
class OrderKeys {

  private static final int MOST = 20;

  private final SshKeys keys;

  OrderKeys(SshKeys keys) {
    this.keys = keys;
  }

  /// Ids of keys, each once.
  ///
  /// @param given ids or names
  List<String> of(TenantId tenant, List<String> given, FieldErrors errors) {
    List<String> ids = new ArrayList<>();
    if (given.size() > MOST) {
      errors.add("/ssh_keys", "too_many", "An order names at most " + MOST + " keys.");
      return ids;
    }
    for (int i = 0; i < given.size(); i++) {
      Optional<String> id =
          keys.find(tenant, given.get(i)).map(key -> key.id()).map(SshKeyId::value);
      if (id.isEmpty()) {
        errors.add("/ssh_keys/" + i, "unknown", "There is no such key.");
      }
      id.filter(each -> !ids.contains(each)).ifPresent(ids::add);
    }
    return ids;
  }
}
