package dev.slipway.workflows.server;

import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The servers a transaction's scope may see; call it inside
/// [dev.slipway.workflows.tenant.Transactions].
public interface Servers {

  /// Stores a new server in state `queued`.
  ///
  /// @param userData cloud-init text, encrypted at rest, null when none
  /// @throws NameTakenException when the tenant has a server of that name that still exists
  void create(Server server, @Nullable String userData);

  /// The server of an id.
  Optional<Server> find(ServerId id);

  /// Whether a tenant has a server of that name that still exists.
  boolean isTaken(TenantId tenant, ServerName name);

  /// The names of the servers of these ids; ids that the scope does not see are left out.
  Map<ServerId, ServerName> names(Collection<ServerId> ids);

  /// A page of servers.
  Page<Server> list(ServerFilter filter, PageRequest page);

  /// How many servers of each state the scope sees; `destroyed` is left out.
  Map<ServerStatus, Long> countByStatus();

  /// How many servers of a list stand how, whatever states the filter names; `destroyed` is left
  /// out.
  List<ServerCount> count(ServerFilter filter);

  /// What the servers that the scope sees have together.
  ServerUsage usage();

  /// What a server was ordered with, as the action that builds it keeps it.
  Optional<ServerOrder> orderOf(ServerId id);

  /// How many servers of a tenant exist.
  long countOf(TenantId tenant);

  /// Lets only one transaction at a time add servers to a tenant: waits until no other does, and
  /// keeps others waiting until this one has ended. What is counted then stays true.
  void holdCountOf(TenantId tenant);

  /// Changes name, labels and protection where the version is still the expected one.
  ///
  /// @return empty when somebody else changed it first
  /// @throws NameTakenException when the new name is taken
  Optional<Server> update(Server changed, long expectedVersion);
}
