package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The live page of an action in every state that it is read in, by both who read it, in both
/// colours and on both screens.
@Tag("browser")
class ActionStatesIT {

  private static final String PLACE = "sim-1";

  private final RunningSlipway slipway = RunningSlipway.shared();
  private final PanelApi operator = slipway.api(Person.OPERATOR);

  enum Standing {
    RUNNING("Running", "Running"),
    WAITING("Waiting", "Waiting"),
    PARKED("Delayed", "Needs attention since"),
    ABORTED("Cancelled", "Aborted"),
    RESIDUAL("Cancelled", "Aborted, 1 thing still exists"),
    FAILED("Failed", "Failed");

    private final String tenantReads;
    private final String operatorReads;

    Standing(String tenantReads, String operatorReads) {
      this.tenantReads = tenantReads;
      this.operatorReads = operatorReads;
    }

    String says(Reader reader) {
      return reader == Reader.OPERATOR ? operatorReads : tenantReads;
    }
  }

  @AfterEach
  void clear() {
    operator.quick(PLACE);
    operator.clearFaults(PLACE);
  }

  @ParameterizedTest
  @EnumSource
  void an_action_in_this_state_has_no_barrier(Standing standing) {
    var action = bring(standing);
    for (var reader : new Reader[] {Reader.TENANT, Reader.OPERATOR}) {
      for (var screen : Screen.values()) {
        look(action, standing, reader, screen);
      }
    }
  }

  private void look(String action, Standing standing, Reader reader, Screen screen) {
    try (var visit = slipway.visit(reader.person(), screen.window()).open("/actions/" + action)) {
      assertThat(visit.badge()).containsText(standing.says(reader));
      for (var colours : Colours.values()) {
        var name = "state-%s-%s-%s".formatted(standing, reader, colours);
        visit.in(colours).picture(name.toLowerCase(Locale.ROOT));
        assertThat(Axe.violations(visit.page())).as(name).isEmpty();
      }
      assertThat(visit.overflow()).isNotPositive();
      if (screen == Screen.PHONE) {
        assertThat(visit.hardToTouch()).isEmpty();
      }
      visit.hasNoErrors();
    }
  }

  private String bring(Standing standing) {
    return switch (standing) {
      case RUNNING -> {
        var _ = operator.slow(PLACE, 20_000);
        yield brought("running");
      }
      case WAITING -> {
        operator.failEveryMachine(PLACE, "outage");
        yield brought("waiting");
      }
      case PARKED -> parked();
      case ABORTED -> aborted();
      case RESIDUAL -> {
        var action = aborted();
        slipway.execute(
            """
            update action set residual = '[{"kind": "machine", "externalId": "vm-left",
              "note": "It could not be deleted."}]'
            where id = '%s'
            """
                .formatted(action));
        yield action;
      }
      case FAILED -> failed();
    };
  }

  private String aborted() {
    var action = parked();
    operator.aborts(action, "Not wanted any more.");
    operator.awaits(action, "aborted");
    return action;
  }

  /// As it would be if its engine had given it up; none does.
  private String failed() {
    var action = parked();
    slipway.execute(
        """
        update action set status = 'failed', finished_at = now(), parking_step = null,
          parking_phase = null, parking_cause = null, parking_since = null
        where id = '%1$s';
        update server set status = 'failed'
        where id = (select resource_id from action where id = '%1$s')
        """
            .formatted(action));
    return action;
  }

  private String parked() {
    operator.failEveryMachine(PLACE, "capacity");
    return brought("parked");
  }

  private String brought(String status) {
    var action = slipway.api(Person.TENANT).orders(ServerNames.fresh("state"), PLACE);
    operator.awaits(action, status);
    return action;
  }
}
