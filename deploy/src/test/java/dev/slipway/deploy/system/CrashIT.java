package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Kills every part of a Slipway with real servers while orders are being built.
class CrashIT {

  private static SlipwayProcess slipway;

  @BeforeAll
  static void start() {
    slipway = SlipwayProcess.with(Map.of("SLIPWAY_TEMPORAL", "local")).start();
  }

  @AfterAll
  static void stop() {
    slipway.close();
  }

  @Test
  void orders_outlive_the_jvm() {
    BeingUndone undos = BeingUndone.of(slipway, "jvm");
    InFlight orders = InFlight.of(slipway, "jvm", 5);
    undos.begin();

    slipway.killJvm();
    slipway.start();

    orders.allFinish();
    undos.allEnd();
  }

  @Test
  void orders_outlive_everything_dying_at_once() {
    BeingUndone undos = BeingUndone.of(slipway, "everything");
    InFlight orders = InFlight.of(slipway, "everything", 5);
    undos.begin();

    slipway.killEverything();
    slipway.start();

    orders.allFinish();
    undos.allEnd();
  }

  @Test
  void orders_outlive_the_database() {
    BeingUndone undos = BeingUndone.of(slipway, "postgres");
    InFlight orders = InFlight.of(slipway, "postgres", 5);
    undos.begin();

    slipway.killChild("postgres");

    orders.allFinish();
    undos.allEnd();
  }

  @Test
  void orders_outlive_temporal() {
    BeingUndone undos = BeingUndone.of(slipway, "temporal");
    InFlight orders = InFlight.of(slipway, "temporal", 5);
    undos.begin();

    slipway.killChild("temporal");

    orders.allFinish();
    undos.allEnd();
  }

  @Test
  void slipway_ends_when_it_is_told_to_and_goes_on_where_it_was() {
    InFlight orders = InFlight.of(slipway, "told", 5);
    long postgres = slipway.child("postgres");
    long temporal = slipway.child("temporal");

    assertThat(slipway.stop()).isZero();

    assertThat(ProcessHandle.of(postgres)).isEmpty();
    assertThat(ProcessHandle.of(temporal)).isEmpty();
    slipway.start();
    orders.allFinish();
  }
}
