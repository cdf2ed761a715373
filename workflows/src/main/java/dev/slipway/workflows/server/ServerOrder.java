package dev.slipway.workflows.server;

import dev.slipway.workflows.tenant.TenantId;
import java.util.List;

/// What was ordered, checked against the catalogue. It crosses the wire to the workflow, so it
/// holds no secret, and fields are only ever added.
///
/// @param plan the plan's code
/// @param image the image's code
/// @param location the location's code
/// @param networks codes of networks
/// @param sshKeys ids of keys
public record ServerOrder(
    ServerId server,
    TenantId tenant,
    ServerName name,
    String plan,
    ServerSize size,
    String image,
    String location,
    List<String> networks,
    List<String> sshKeys) {

  public ServerOrder {
    networks = List.copyOf(networks);
    sshKeys = List.copyOf(sshKeys);
  }
}
