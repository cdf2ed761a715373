package dev.slipway.activities.catalog;

import dev.slipway.workflows.catalog.Image;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A row of `image`.
@MappedEntity("image")
record ImageRow(
    @Id String id,
    String code,
    String name,
    String osFamily,
    int minDiskGib,
    int minMemoryMib,
    boolean active) {

  Image toImage() {
    return new Image(id, code, name, osFamily, minDiskGib, minMemoryMib, active);
  }
}
