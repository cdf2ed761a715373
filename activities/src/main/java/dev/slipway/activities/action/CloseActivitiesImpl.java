package dev.slipway.activities.action;

import dev.slipway.workflows.step.CloseActivities;
import jakarta.inject.Singleton;

/// Ends actions that no undo could end. The end itself is written with the attempt's success.
@Singleton
class CloseActivitiesImpl implements CloseActivities {

  @Override
  public void close(String action) {
    // the attempt's own record concludes the action: see AttemptEnds
  }
}
