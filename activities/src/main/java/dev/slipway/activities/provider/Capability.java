package dev.slipway.activities.provider;

/// Something a provider can do that not every provider can.
public enum Capability {
  RESERVE_CAPACITY("Holds room before a machine is made"),
  ALLOCATE_ADDRESSES("Allocates addresses before a machine is made"),
  POWER("Starts, stops and resets machines"),
  RESIZE("Gives a machine another size"),
  REBUILD("Puts another image on a machine"),
  SNAPSHOT("Takes and restores snapshots"),
  BACKUP("Takes backups"),
  ADOPT("Lets machines made by hand be labelled");

  private final String text;

  Capability(String text) {
    this.text = text;
  }

  /// What a provider with it does.
  public String text() {
    return text;
  }
}
