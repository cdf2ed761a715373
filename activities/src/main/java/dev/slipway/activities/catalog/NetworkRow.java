package dev.slipway.activities.catalog;

import dev.slipway.workflows.catalog.Network;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A row of `network`.
@MappedEntity("network")
record NetworkRow(
    @Id String id, String code, String name, String location, String kind, String cidr) {

  Network toNetwork() {
    return new Network(id, code, name, location, kind, cidr);
  }
}
