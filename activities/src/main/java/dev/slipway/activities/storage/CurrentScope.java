package dev.slipway.activities.storage;

import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/// The scope this thread works in, in a transaction or only reading. Row-level security enforces
/// it; repositories ask for it only to name the tenant in their conditions, which lets an index
/// begin with it.
public final class CurrentScope {

  static final ScopedValue<Binding> VALUE = ScopedValue.newInstance();

  /// @param isTransaction whether the connection is bound already, until the transaction ends;
  ///   otherwise each statement has to be
  record Binding(Scope scope, boolean isTransaction) {}

  private CurrentScope() {}

  /// The one tenant whose rows are seen, null for the whole platform.
  public static @Nullable TenantId tenant() {
    return VALUE.isBound() ? VALUE.get().scope().tenant() : null;
  }

  /// The scope that a statement must name itself, null where its transaction has.
  static @Nullable Scope unnamed() {
    return VALUE.isBound() && !VALUE.get().isTransaction() ? VALUE.get().scope() : null;
  }
}
