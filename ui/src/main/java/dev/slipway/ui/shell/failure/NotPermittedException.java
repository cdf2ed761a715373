package dev.slipway.ui.shell.failure;

import dev.slipway.workflows.tenant.Permission;
import org.jspecify.annotations.Nullable;

/// A page that the role of the person does not include.
public final class NotPermittedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final @Nullable Permission missing;

  /// @param missing what the role lacks, null where the page declares nothing
  public NotPermittedException(@Nullable Permission missing) {
    super("missing " + (missing == null ? "a declared permission" : missing.code()));
    this.missing = missing;
  }

  /// What the role lacks.
  public @Nullable Permission missing() {
    return missing;
  }
}
