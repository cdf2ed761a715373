package dev.slipway.workflows.tenant;

/// What somebody may do; every route and view declares one.
public enum Permission {
  CATALOG_VIEW("catalog.view", "See plans, images, locations and networks"),
  SERVERS_VIEW("servers.view", "See servers"),
  SERVERS_MANAGE("servers.manage", "Order, change and destroy servers"),
  ACTIONS_VIEW("actions.view", "See actions and their steps"),
  ACTIONS_REPAIR("actions.repair", "Retry, adopt, skip and abort any action"),
  TENANTS_VIEW_ALL("tenants.view_all", "See every tenant's objects"),
  SIMULATOR_MANAGE("simulator.manage", "Switch faults and read the simulator's ledger"),
  ENGINE_VIEW("engine.view", "See Temporal, workers and queues"),
  ENGINE_MANAGE("engine.manage", "Drain workers"),
  METRICS_VIEW("metrics.view", "Read metrics");

  private final String code;
  private final String text;

  Permission(String code, String text) {
    this.code = code;
    this.text = text;
  }

  /// The word in JSON.
  public String code() {
    return code;
  }

  /// What it allows, for people.
  public String text() {
    return text;
  }
}
