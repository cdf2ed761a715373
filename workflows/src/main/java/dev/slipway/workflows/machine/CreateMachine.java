package dev.slipway.workflows.machine;

import dev.slipway.workflows.address.Addresses;
import dev.slipway.workflows.capacity.Reservation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks a provider for a machine.
///
/// @param tenant the tenant's id, a label on the machine
/// @param server the server's id, a label on the machine
/// @param name the host name as ordered
/// @param reservation the room it takes
/// @param addresses the addresses it gets
/// @param networks codes of the networks it joins; none in requests older than the field
/// @param image the image's code
/// @param sshKeys ids of the keys it accepts
public record CreateMachine(
    String tenant,
    String server,
    String name,
    Reservation reservation,
    Addresses addresses,
    List<String> networks,
    String image,
    List<String> sshKeys) {

  public CreateMachine {
    networks = orNone(networks);
    sshKeys = List.copyOf(sshKeys);
  }

  /// The same from another image.
  public CreateMachine from(String otherImage) {
    return new CreateMachine(
        tenant, server, name, reservation, addresses, networks, otherImage, sshKeys);
  }

  private static List<String> orNone(@Nullable List<String> networks) {
    return networks == null ? List.of() : List.copyOf(networks);
  }
}
