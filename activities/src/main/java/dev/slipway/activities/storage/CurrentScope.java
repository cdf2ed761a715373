package dev.slipway.activities.storage;

import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/// The scope of the transaction this thread is in. Row-level security enforces it; repositories ask
/// for it only to name the tenant in their conditions, which lets an index begin with it.
public final class CurrentScope {

  static final ScopedValue<Scope> VALUE = ScopedValue.newInstance();

  private CurrentScope() {}

  /// The one tenant whose rows are seen, null for the whole platform.
  public static @Nullable TenantId tenant() {
    return VALUE.isBound() ? VALUE.get().tenant() : null;
  }
}
