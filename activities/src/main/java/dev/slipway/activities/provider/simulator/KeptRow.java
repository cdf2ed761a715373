package dev.slipway.activities.provider.simulator;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// A row of `sim_kept`: a snapshot or a backup.
@MappedEntity("sim_kept")
record KeptRow(@Id String externalId, String image) {}
