package dev.slipway.workflows.address;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A server's addresses.
///
/// @param location the location's code
/// @param ipv4 the public IPv4 address, null without a public network
/// @param ipv6 the public IPv6 network or address, null without a public network
public record Addresses(String location, @Nullable String ipv4, @Nullable String ipv6) {

  /// The addresses as far as they are known beforehand.
  public static Addresses expected(AllocateAddresses request) {
    return new Addresses(request.location(), null, null);
  }

  /// Whether any of them is one of the others.
  public boolean overlaps(Addresses others) {
    return location.equals(others.location)
        && ((ipv4 != null && ipv4.equals(others.ipv4))
            || (ipv6 != null && ipv6.equals(others.ipv6)));
  }

  /// These, but for those that are one of the others.
  public Addresses without(Addresses others) {
    return new Addresses(
        location,
        Objects.equals(ipv4, others.ipv4) ? null : ipv4,
        Objects.equals(ipv6, others.ipv6) ? null : ipv6);
  }
}
