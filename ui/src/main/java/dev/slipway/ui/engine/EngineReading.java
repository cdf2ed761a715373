package dev.slipway.ui.engine;

import dev.slipway.workflows.action.EngineStatus;
import dev.slipway.workflows.worker.WorkerRecord;
import java.time.Instant;
import java.util.List;

/// Temporal and its workers at one moment.
record EngineReading(EngineStatus status, List<WorkerRecord> workers, Instant readAt) {}
