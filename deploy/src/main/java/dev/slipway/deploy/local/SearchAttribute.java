package dev.slipway.deploy.local;

import java.util.List;

/// The names by which operators find actions in Temporal; all are keywords.
final class SearchAttribute {

  /// Tenant, server, action type, and whether somebody must look.
  static final List<String> KEYWORDS =
      List.of("SlipwayTenant", "SlipwayServer", "SlipwayActionType", "SlipwayAttention");

  private SearchAttribute() {}
}
