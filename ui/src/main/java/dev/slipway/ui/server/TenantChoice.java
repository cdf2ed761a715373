package dev.slipway.ui.server;

import java.util.List;

/// A tenant that the list can be narrowed to.
record TenantChoice(String id, String name) {

  /// Where tenants are found.
  interface Source {

    /// Whether the reader sees more tenants than his own.
    boolean isOffered();

    /// Tenants with these words in their name.
    ///
    /// @param most how many at most
    List<TenantChoice> find(String words, int most);
  }
}
