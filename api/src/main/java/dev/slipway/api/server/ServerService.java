package dev.slipway.api.server;

import dev.slipway.api.http.FieldError;
import dev.slipway.api.http.FieldErrors;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerCount;
import dev.slipway.workflows.server.ServerFilter;
import dev.slipway.workflows.server.ServerId;
import dev.slipway.workflows.server.ServerName;
import dev.slipway.workflows.server.ServerOrder;
import dev.slipway.workflows.server.ServerStatus;
import dev.slipway.workflows.server.ServerUsage;
import dev.slipway.workflows.server.Servers;
import dev.slipway.workflows.tenant.Permission;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Orders, shows and changes servers. Throws [ProblemException], or an exception that
/// [ProblemException#of] turns into one.
@Singleton
public class ServerService {

  private final Transactions transactions;
  private final Servers servers;
  private final Ordering ordering;
  private final OrderDesk desk;

  ServerService(Transactions transactions, Servers servers, Ordering ordering, OrderDesk desk) {
    this.transactions = transactions;
    this.servers = servers;
    this.ordering = ordering;
    this.desk = desk;
  }

  /// Orders a server. While the engine is away the order is stored and starts later.
  ///
  /// @throws ProblemException `invalid_input`, `resource_limit_exceeded`, `resource_unavailable`,
  ///   `rate_limit_exceeded` when too many orders of the tenant wait
  /// @throws dev.slipway.workflows.server.NameTakenException when the tenant has the name
  public Ordered order(Caller caller, OrderRequest request) {
    return order(caller, request, stored -> {});
  }

  /// Like [#order(Caller, OrderRequest)].
  ///
  /// @param receipt runs in the transaction that stores the order
  public Ordered order(Caller caller, OrderRequest request, Consumer<Ordered> receipt) {
    caller.require(Permission.SERVERS_MANAGE);
    return desk.order(caller, request, receipt);
  }

  /// What an order would do; stores nothing.
  ///
  /// @throws ProblemException `invalid_input`
  public DryRun preview(Caller caller, OrderRequest request) {
    return ordering.withRoom(managing(caller, () -> ordering.preview(caller, request)));
  }

  /// The server of an id.
  ///
  /// @throws ProblemException `not_found`, also for another tenant's
  public Server find(Caller caller, ServerId id) {
    return viewing(caller, () -> present(id));
  }

  /// The names of the servers of these ids; ids the caller does not see are left out.
  public Map<ServerId, ServerName> names(Caller caller, Collection<ServerId> ids) {
    return viewing(caller, () -> servers.names(ids));
  }

  /// A page of servers.
  public Page<Server> list(Caller caller, ServerFilter filter, PageRequest page) {
    return viewing(caller, () -> servers.list(filter, page));
  }

  /// How many servers of each state the caller sees; `destroyed` is left out.
  public Map<ServerStatus, Long> countByStatus(Caller caller) {
    return viewing(caller, servers::countByStatus);
  }

  /// How many servers of a list stand how, whatever states the filter names.
  public List<ServerCount> count(Caller caller, ServerFilter filter) {
    return viewing(caller, () -> servers.count(filter));
  }

  /// What the servers the caller sees have together.
  public ServerUsage usage(Caller caller) {
    return viewing(caller, servers::usage);
  }

  /// How many servers the caller's tenant has, and may have.
  public DryRun.Quota quota(Caller caller) {
    return viewing(caller, () -> ordering.quotaOf(caller.tenant()));
  }

  /// What a server was ordered with.
  ///
  /// @throws ProblemException `not_found`
  public ServerOrder orderOf(Caller caller, ServerId id) {
    return viewing(
        caller,
        () -> servers.orderOf(id).orElseThrow(() -> ProblemException.notFound("order of " + id)));
  }

  /// Changes name, labels and protection.
  ///
  /// @param isExpected whether the server, as it stands, is the one that the caller means to change
  /// @throws ProblemException `not_found`, `invalid_input`, `precondition_failed`, `conflict` for a
  ///   server that is destroyed
  /// @throws dev.slipway.workflows.server.NameTakenException when the tenant has the new name
  public Server update(
      Caller caller, ServerId id, ServerChange change, Predicate<Server> isExpected) {
    return managing(
        caller,
        () -> {
          Optional<Server> updated = Optional.empty();
          while (updated.isEmpty()) {
            updated = updateAsItStands(id, change, isExpected);
          }
          return updated.get();
        });
  }

  // empty when somebody else was faster, or progress was: what it made of the server may do as well
  private Optional<Server> updateAsItStands(
      ServerId id, ServerChange change, Predicate<Server> isExpected) {
    Server present = present(id);
    if (present.status() == ServerStatus.DESTROYED) {
      throw new ProblemException(
          ProblemType.CONFLICT, "A server that is destroyed cannot be changed any more.");
    }
    Server changed = changed(present, change);
    if (!isExpected.test(present)) {
      throw new ProblemException(ProblemType.PRECONDITION_FAILED);
    }
    return servers.update(changed, present.version());
  }

  /// Every fault of a change's own; whether the name is free shows when it is made.
  public static List<FieldError> faultsOf(ServerChange change) {
    var errors = new FieldErrors();
    if (change.name() != null) {
      ServerReadings.name(change.name(), errors);
    }
    Labels.check(Optional.ofNullable(change.labels()).orElse(Map.of()), errors);
    return errors.all();
  }

  private static Server changed(Server old, ServerChange change) {
    var errors = new FieldErrors();
    ServerName name =
        change.name() == null
            ? old.name()
            : ServerReadings.name(change.name(), errors).orElse(old.name());
    Map<String, String> labels = Optional.ofNullable(change.labels()).orElse(old.labels());
    Labels.check(labels, errors);
    errors.throwIfAny();
    boolean isProtected = Optional.ofNullable(change.isProtected()).orElse(old.isProtected());
    return old.with(name, labels, isProtected);
  }

  private Server present(ServerId id) {
    return servers.find(id).orElseThrow(() -> ProblemException.notFound("server " + id));
  }

  private <T> T viewing(Caller caller, Supplier<T> work) {
    caller.require(Permission.SERVERS_VIEW);
    return transactions.reading(caller.scope(), work);
  }

  private <T> T managing(Caller caller, Supplier<T> work) {
    caller.require(Permission.SERVERS_MANAGE);
    return transactions.in(caller.scope(), work);
  }
}
