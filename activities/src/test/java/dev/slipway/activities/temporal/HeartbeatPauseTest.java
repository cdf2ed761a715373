package dev.slipway.activities.temporal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.step.StepContext;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.activity.ActivityOptions;
import io.temporal.client.ActivityCanceledException;
import io.temporal.failure.CanceledFailure;
import io.temporal.testing.TestActivityEnvironment;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartbeatPauseTest {

  private static final StepContext CONTEXT =
      StepContextFixtures.aContext("act_1", "create-machine", Phase.FORWARD, 1, 0);

  @ActivityInterface
  public interface Patience {
    @ActivityMethod
    void sit();
  }

  private static final class SittingForAnHour implements Patience {
    @Override
    public void sit() {
      try {
        new StepAttempt(CONTEXT, Activity.getExecutionContext()::heartbeat, percent -> {})
            .serving(() -> {
              new HeartbeatPause().of(Duration.ofHours(1));
              return "over";
            });
      } catch (RuntimeException thrown) {
        throw thrown;
      } catch (Exception checked) {
        throw new IllegalStateException(checked);
      }
    }
  }

  @Test
  void time_passes_outside_of_activities_too() {
    long begin = System.nanoTime();

    new HeartbeatPause().of(Duration.ofMillis(30));

    assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(30_000_000L);
  }

  @Test
  void a_cancelled_activity_does_not_wait_on() {
    TestActivityEnvironment environment = TestActivityEnvironment.newInstance();
    try {
      environment.registerActivitiesImplementations(new SittingForAnHour());
      Patience patience =
          environment.newActivityStub(
              Patience.class,
              ActivityOptions.newBuilder()
                  .setStartToCloseTimeout(Duration.ofSeconds(30))
                  .setHeartbeatTimeout(Duration.ofSeconds(1))
                  .build());
      environment.requestCancelActivity();

      assertThatThrownBy(patience::sit)
          .satisfiesAnyOf(
              thrown -> assertThat(thrown).hasRootCauseInstanceOf(ActivityCanceledException.class),
              thrown -> assertThat(thrown).isInstanceOf(CanceledFailure.class),
              thrown -> assertThat(thrown).hasRootCauseInstanceOf(CanceledFailure.class));
    } finally {
      environment.close();
    }
  }
}
