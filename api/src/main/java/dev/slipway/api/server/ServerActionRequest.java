package dev.slipway.api.server;

import org.jspecify.annotations.Nullable;

/// What somebody says with an action on a server; each kind reads its own of these.
///
/// @param plan the plan to resize to, an id or a code
/// @param size the own size, where that plan allows one
/// @param image the image to rebuild from, an id or a code
/// @param snapshot the snapshot to rebuild from or to restore
/// @param backup the backup to restore
/// @param name the name of a new snapshot
/// @param reason why a server is suspended
/// @param enabled whether rescue is switched on
public record ServerActionRequest(
    @Nullable String plan,
    OrderRequest.@Nullable OwnSize size,
    @Nullable String image,
    @Nullable String snapshot,
    @Nullable String backup,
    @Nullable String name,
    @Nullable String reason,
    @Nullable Boolean enabled) {

  /// Nothing said.
  public static final ServerActionRequest EMPTY =
      new ServerActionRequest(null, null, null, null, null, null, null, null);
}
