package dev.slipway.activities.provider.simulator;

/// An address never given out before: a pool of `sim_pool` and whose turn it is.
///
/// @param base an IPv4 network, or the first three groups of an IPv6 one
/// @param turn from 1
record PoolRow(int family, String base, int turn) {

  /// The address of this turn; of an IPv6 pool, the first of its /64.
  String address() {
    return family == 4 ? ipv4() : "%s:%x::1".formatted(base, turn);
  }

  private String ipv4() {
    int address = 0;
    for (String part : base.split("\\.", -1)) {
      address = (address << 8) + Integer.parseInt(part);
    }
    address += turn;
    return "%d.%d.%d.%d"
        .formatted(address >>> 24, (address >>> 16) & 0xff, (address >>> 8) & 0xff, address & 0xff);
  }
}
