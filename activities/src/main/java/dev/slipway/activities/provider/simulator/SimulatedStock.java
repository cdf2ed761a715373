package dev.slipway.activities.provider.simulator;

import dev.slipway.workflows.catalog.Catalog;
import jakarta.inject.Singleton;

/// What machines are made of: rooms, addresses and images.
@Singleton
record SimulatedStock(Rooms rooms, AddressPools addresses, Catalog catalog) {}
