package dev.slipway.activities.provider;

/// A family of addresses.
public enum AddressFamily {
  IPV4(4),
  IPV6(6);

  private final int number;

  AddressFamily(int number) {
    this.number = number;
  }

  /// The number in its name.
  public int number() {
    return number;
  }
}
