package dev.slipway.workflows.tenant;

import org.jspecify.annotations.Nullable;

/// Whose rows a transaction sees; row-level security in the database enforces it.
///
/// @param tenant the one tenant, or null for the whole platform
public record Scope(@Nullable TenantId tenant) {

  /// Every tenant's rows: operators, workers, the starter and the watchdog.
  public static final Scope PLATFORM = new Scope(null);

  /// One tenant's rows.
  public static Scope of(TenantId tenant) {
    return new Scope(tenant);
  }

  /// The value of the setting that the policies read.
  public String setting() {
    return tenant == null ? "*" : tenant.value();
  }
}
