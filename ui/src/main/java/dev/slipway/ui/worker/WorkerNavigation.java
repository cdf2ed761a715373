package dev.slipway.ui.worker;

/// The way to the page about workers.
public final class WorkerNavigation {

  /// The path of the list.
  public static final String LIST = "workers";

  private WorkerNavigation() {}
}
