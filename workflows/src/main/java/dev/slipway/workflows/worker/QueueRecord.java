package dev.slipway.workflows.worker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a task queue has to do.
///
/// @param depth actions that are due and no worker has taken up
/// @param oldestAt since when the oldest of them waits, null when there is none
/// @param running actions a worker is at; those that wait or are parked occupy none
/// @param priority how Temporal ranks its tasks, 1 first to 5 last
public record QueueRecord(
    String queue, long depth, @Nullable Instant oldestAt, long running, int priority) {}
