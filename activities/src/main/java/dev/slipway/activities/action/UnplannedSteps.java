package dev.slipway.activities.action;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts steps that ran though the preview did not show them, each a defect of its plan or of an
/// action stored by an older release.
@Singleton
class UnplannedSteps {

  private static final Logger LOG = LoggerFactory.getLogger(UnplannedSteps.class);

  private final Counter counter;

  UnplannedSteps(MeterRegistry meters) {
    counter =
        Counter.builder("slipway.steps.unplanned")
            .description("Steps that ran though the preview did not show them")
            .register(meters);
  }

  void found(AttemptRecord attempt) {
    counter.increment();
    LOG.warn(
        "A step runs that was not previewed action_id={} step={}",
        attempt.action(),
        attempt.context().step());
  }
}
