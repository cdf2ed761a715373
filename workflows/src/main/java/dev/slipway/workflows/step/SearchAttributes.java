package dev.slipway.workflows.step;

import io.temporal.common.SearchAttributeKey;

/// What Temporal's own UI can filter by. Never encrypted: ids and words only.
public final class SearchAttributes {

  /// The tenant's id.
  public static final SearchAttributeKey<String> TENANT =
      SearchAttributeKey.forKeyword("SlipwayTenant");

  /// The server's id.
  public static final SearchAttributeKey<String> SERVER =
      SearchAttributeKey.forKeyword("SlipwayServer");

  /// The action's type, such as `create_server`.
  public static final SearchAttributeKey<String> ACTION_TYPE =
      SearchAttributeKey.forKeyword("SlipwayActionType");

  /// The cause of the present parking; absent while nobody is needed.
  public static final SearchAttributeKey<String> ATTENTION =
      SearchAttributeKey.forKeyword("SlipwayAttention");

  private SearchAttributes() {}
}
