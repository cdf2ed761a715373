package dev.slipway.workflows.tenant;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// A preset of permissions.
public enum Role {
  ADMINISTRATOR("Administrator", EnumSet.allOf(Permission.class)),
  OPERATOR("Operator", EnumSet.allOf(Permission.class)),
  TENANT_USER(
      "Tenant user",
      EnumSet.of(
          Permission.CATALOG_VIEW,
          Permission.SERVERS_VIEW,
          Permission.SERVERS_MANAGE,
          Permission.ACTIONS_VIEW));

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf makes it so
  private final Set<Permission> permissions;

  Role(String label, Set<Permission> permissions) {
    this.label = label;
    this.permissions = Set.copyOf(permissions);
  }

  /// What people read.
  public String label() {
    return label;
  }

  /// What it allows.
  public Set<Permission> permissions() {
    return permissions;
  }

  /// Whether it sees every tenant.
  public boolean isPlatform() {
    return permissions.contains(Permission.TENANTS_VIEW_ALL);
  }

  /// The word in JSON and SQL.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
