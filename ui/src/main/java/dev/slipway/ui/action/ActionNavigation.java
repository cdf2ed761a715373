package dev.slipway.ui.action;

import dev.slipway.workflows.action.ActionId;

/// The ways to the pages about actions.
public final class ActionNavigation {
  /// The path of the list.
  public static final String LIST = "actions";

  /// The path of those that wait for a person.
  public static final String ATTENTION = "attention";

  private ActionNavigation() {}

  /// The live page of one action.
  public static String path(ActionId id) {
    return LIST + "/" + id;
  }

  /// The actions of one resource.
  public static String ofResource(String resource) {
    return LIST + "?resource=" + resource;
  }
}
