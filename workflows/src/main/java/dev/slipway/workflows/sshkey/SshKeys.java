package dev.slipway.workflows.sshkey;

import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The SSH keys a transaction's scope may see; call it inside
/// [dev.slipway.workflows.tenant.Transactions].
public interface SshKeys {

  /// Stores a key.
  ///
  /// @throws SshKeyTakenException when the tenant has its name, or the key itself
  void create(SshKey key);

  /// A tenant's key by id or name; an id goes first.
  Optional<SshKey> find(TenantId tenant, String reference);

  /// A page of a tenant's keys, by name.
  Page<SshKey> list(TenantId tenant, PageRequest page);

  /// How many keys a tenant has.
  long countOf(TenantId tenant);

  /// Removes a tenant's key. Orders that were accepted with it still get it.
  ///
  /// @return false when there is none
  boolean delete(TenantId tenant, SshKeyId id);

  /// The names of the keys of these ids, those of removed keys too; ids that the scope does not see
  /// are left out.
  Map<SshKeyId, String> names(Collection<SshKeyId> ids);

  /// Public keys in the form of `authorized_keys`, one for each id, those of removed keys too.
  ///
  /// @param ids as an order has them; unknown ones are left out
  List<String> lines(List<String> ids);
}
