package dev.slipway.deploy.bench.bare;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;

/// What the bare endpoint stores.
@Serdeable
@MappedEntity
record BareRow(
    @Id String id, String name, String plan, String image, String location, Instant createdAt) {}
