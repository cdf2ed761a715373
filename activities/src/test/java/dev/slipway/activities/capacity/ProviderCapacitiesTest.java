package dev.slipway.activities.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.provider.ProviderException;
import dev.slipway.activities.provider.Providers;
import dev.slipway.workflows.capacity.Room;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.ServerSize;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProviderCapacitiesTest {

  private static final ServerSize SIZE = new ServerSize(1, 1_024, 25);

  @Test
  void a_location_that_is_not_there_tells_nothing() {
    assertThat(asked(location -> Optional.empty())).isEqualTo(Room.UNKNOWN);
  }

  @Test
  void a_provider_that_does_not_answer_tells_nothing() {
    Providers away =
        location -> {
          throw new ProviderException(FailureClass.PROVIDER_DOWN, "connection refused");
        };

    assertThat(asked(away)).isEqualTo(Room.UNKNOWN);
  }

  private static Room asked(Providers providers) {
    return new ProviderCapacities(providers).roomFor("sim-1", SIZE);
  }
}
