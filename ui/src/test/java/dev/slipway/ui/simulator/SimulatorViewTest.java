package dev.slipway.ui.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import dev.slipway.api.simulator.SimulatorService;
import dev.slipway.ui.shell.PanelTest;
import dev.slipway.workflows.simulator.Fault;
import dev.slipway.workflows.simulator.FaultRule;
import dev.slipway.workflows.simulator.Timing;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatorViewTest extends PanelTest {
  private final SimulatorService simulators = behind().bean(SimulatorService.class);
  private final dev.slipway.api.security.Caller operator = callerOf(behind().operator());

  @BeforeEach
  void enter() {
    signIn(behind().operator());
    open("simulator?location=sim-1");
  }

  @AfterEach
  void calm() {
    simulators.replaceFaults(operator, "sim-1", List.of());
    simulators.replaceTiming(operator, "sim-1", Timing.USUAL);
  }

  private List<FaultRule> faults() {
    return simulators.faults(operator, "sim-1");
  }

  @Test
  void a_fault_is_switched_on_and_off() {
    press("fault-add");

    assertThat(faults())
        .singleElement()
        .satisfies(rule -> {
          assertThat(rule.fault()).isEqualTo(Fault.LOST_REPLY);
          assertThat(rule.operation()).isEqualTo("create_machine");
          assertThat(rule.times()).isEqualTo(1);
        });
    assertThat(page()).contains("lost_reply", "on create_machine", "once more");
    press("fault-clear");
    assertThat(faults()).isEmpty();
    assertThat(page()).contains("Nothing goes wrong.");
  }

  @Test
  void a_number_out_of_bounds_is_refused_at_the_field() {
    var times =
        find(IntegerField.class).withPropertyValue(IntegerField::getLabel, "Times").single();
    times.setValue(0);
    var probability =
        find(NumberField.class).withPropertyValue(NumberField::getLabel, "Probability").single();
    probability.setValue(7.0);

    press("fault-add");

    assertThat(times.isInvalid()).isTrue();
    assertThat(times.getErrorMessage()).isEqualTo("Times are 1 to 1,000,000.");
    assertThat(probability.isInvalid()).isTrue();
    assertThat(probability.getErrorMessage()).isEqualTo("A probability is 0 to 1.");
    assertThat(faults()).isEmpty();

    times.setValue(2);
    probability.setValue(0.25);
    press("fault-add");

    assertThat(times.isInvalid() || probability.isInvalid()).isFalse();
    assertThat(faults()).hasSize(1);
  }

  @Test
  void new_times_are_kept() {
    find(IntegerField.class)
        .withPropertyValue(IntegerField::getLabel, "Create")
        .single()
        .setValue(250);

    press("timing-save");

    assertThat(simulators.timing(operator, "sim-1").create().toMillis()).isEqualTo(250);
    assertThat(page()).contains("New tasks take these times.");
  }

  @Test
  void a_location_is_written_as_everywhere_else() {
    var picker = find(Select.class).withId("location").single();

    assertThat(picker.getElement().getTextRecursively()).contains("sim-1").doesNotContain("SIM-1");
  }

  @Test
  void the_ledger_says_how_much_exists() {
    assertThat(page()).contains("Machines ever made", "Addresses ever allocated", "exist");
  }
}
