package dev.slipway.workflows.address;

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
}
