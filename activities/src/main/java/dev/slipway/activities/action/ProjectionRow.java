package dev.slipway.activities.action;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/// The root of [ProjectionWrites] and [StepWrites]; never read as a whole.
@MappedEntity("action")
record ProjectionRow(@Id String id) {}
