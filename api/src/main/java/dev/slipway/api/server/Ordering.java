package dev.slipway.api.server;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.capacity.Capacities;
import dev.slipway.workflows.capacity.Room;
import dev.slipway.workflows.server.Servers;
import dev.slipway.workflows.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Decides whether an order is accepted. Inside a transaction, where nothing else is said.
@Singleton
class Ordering {

  private final OrderChecks checks;
  private final OrderStore store;
  private final Servers servers;
  private final Limits limits;

  Ordering(OrderChecks checks, OrderStore store, Servers servers, Limits limits) {
    this.checks = checks;
    this.store = store;
    this.servers = servers;
    this.limits = limits;
  }

  /// What an order is measured against besides the catalogue: ours, and the provider's.
  @Singleton
  record Limits(QuotaSettings quota, Capacities capacities) {}

  /// Stores the order, or refuses it with the first thing in its way. Orders of a tenant go one by
  /// one, so that together they never pass its quota.
  Ordered accept(Caller caller, OrderRequest request) {
    CheckedOrder checked = checks.check(caller, request);
    servers.holdCountOf(checked.tenant());
    List<DryRun.Blocker> blockers = blockers(checked, quotaOf(checked));
    if (!blockers.isEmpty()) {
      throw refusal(blockers.getFirst());
    }
    return store.store(caller, checked);
  }

  /// An order that nobody has placed.
  ///
  /// @param run what it would do, as far as our tables tell
  record Previewed(CheckedOrder order, DryRun run) {}

  /// What would happen, as far as our tables tell.
  Previewed preview(Caller caller, OrderRequest request) {
    CheckedOrder checked = checks.check(caller, request);
    DryRun.Quota use = quotaOf(checked);
    List<DryRun.Blocker> blockers = new ArrayList<>(blockers(checked, use));
    if (servers.isTaken(checked.tenant(), checked.name())) {
      blockers.add(
          new DryRun.Blocker(
              ProblemType.UNIQUENESS_ERROR.code(), "The name " + checked.name() + " is taken."));
    }
    var run =
        new DryRun(
            ActionType.CREATE_SERVER,
            store.preview(checked),
            checked.plan().priceOf(checked.size()),
            use,
            blockers);
    return new Previewed(checked, run);
  }

  /// The same with what the provider tells. Outside a transaction, for it may take its time.
  DryRun withRoom(Previewed previewed) {
    CheckedOrder order = previewed.order();
    Room room = limits.capacities().roomFor(order.location().code(), order.size());
    return room == Room.NONE
        ? previewed
            .run()
            .blockedBy(
                new DryRun.Blocker(
                    ParkCause.CAPACITY.code(),
                    order.location().name() + " has no room for this size at present."))
        : previewed.run();
  }

  private DryRun.Quota quotaOf(CheckedOrder checked) {
    return quotaOf(checked.tenant());
  }

  /// How many servers a tenant has and may have.
  DryRun.Quota quotaOf(TenantId tenant) {
    long used = servers.countOf(tenant);
    return new DryRun.Quota(limits.quota().servers(), used, used + 1);
  }

  private static List<DryRun.Blocker> blockers(CheckedOrder checked, DryRun.Quota use) {
    List<DryRun.Blocker> blockers = new ArrayList<>();
    if (!checked.location().isAvailable()) {
      blockers.add(
          new DryRun.Blocker(
              ProblemType.RESOURCE_UNAVAILABLE.code(),
              checked.location().name() + " takes no orders at present."));
    }
    if (use.after() > use.limit()) {
      blockers.add(
          new DryRun.Blocker(
              ProblemType.RESOURCE_LIMIT_EXCEEDED.code(),
              String.format(
                  Locale.ENGLISH, "You have %,d of %,d servers.", use.used(), use.limit())));
    }
    return blockers;
  }

  private static ProblemException refusal(DryRun.Blocker blocker) {
    ProblemType type = ProblemType.ofCode(blocker.code()).orElse(ProblemType.CONFLICT);
    return new ProblemException(type, blocker.detail());
  }
}
