package dev.slipway.workflows.address;

import java.util.List;

/// Asks a location for a server's addresses.
///
/// @param tenant the tenant's id, a label on the addresses
/// @param server the server's id
/// @param location the location's code
/// @param networks codes of the networks it joins; `public` gets IPv4 and IPv6
public record AllocateAddresses(
    String tenant, String server, String location, List<String> networks) {

  public AllocateAddresses {
    networks = List.copyOf(networks);
  }
}
