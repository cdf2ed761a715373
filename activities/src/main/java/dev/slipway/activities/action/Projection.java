package dev.slipway.activities.action;

import jakarta.inject.Singleton;

/// How attempts begin and end, as rows. Every write may come twice and is then the same; call it
/// inside a transaction.
@Singleton
record Projection(AttemptBeginnings beginnings, AttemptEnds ends) {}
