package dev.slipway.workflows.server;

import dev.slipway.workflows.address.Addresses;
import dev.slipway.workflows.machine.Machine;

/// Hands a finished machine to its tenant as a running server.
public record PublishServer(ServerId server, Machine machine, Addresses addresses) {}
