package dev.slipway.activities.catalog;

import dev.slipway.workflows.catalog.Location;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A row of `location`.
@MappedEntity("location")
record LocationRow(
    @Id String id, String code, String name, String country, boolean available, String provider) {

  Location toLocation() {
    return new Location(id, code, name, country, available, provider);
  }
}
