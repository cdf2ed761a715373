package dev.slipway.workflows.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.machine.CreateMachine;
import dev.slipway.workflows.server.CreateServer;
import dev.slipway.workflows.server.ServerFixtures;
import dev.slipway.workflows.server.ServerOrder;
import io.temporal.api.common.v1.Payload;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What crosses to the engine is a contract: it comes back as it went, and a newer field is
/// ignored.
class WireTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private static final Decision DECISION =
      new Decision(
          CommandKind.RETRY_WITH,
          "create-machine",
          Phase.FORWARD,
          2,
          null,
          "usr_1",
          Map.of("image", "debian-13"),
          NOON);

  private static final StepContext CONTEXT =
      new StepContext(
          "act_1",
          "create-machine",
          Phase.UNDO,
          2,
          3,
          4,
          5,
          NOON,
          StepPolicy.PROVIDER_TASK,
          List.of(DECISION),
          true,
          2);

  private static final Resume RESUME =
      new Resume(
          Phase.UNDO,
          2,
          List.of(
              new Resume.StepMemory(
                  "create-machine", 2, Map.of("image", "x"), true, Map.of("image", "y"), "vm-7")),
          List.of(new Resume.UndoMemory("create-machine", 2, "{}")),
          new Resume.ParkedMemory(
              "create-machine", Phase.UNDO, ParkCause.UNDO_FAILED, "said no", NOON));

  /// As it was before networks were told.
  private static final String MACHINE =
      """
      {"tenant":"ten_1","server":"srv_1","name":"web-1",
       "reservation":{"location":"sim-1","size":{"vcpus":1,"memoryMib":1024,"diskGib":25},
         "externalId":"room-1"},
       "addresses":{"location":"sim-1","ipv4":"198.18.0.1","ipv6":null},
       "image":"debian-13","sshKeys":[]}
      """;

  @Test
  void a_machine_asked_for_before_networks_were_told_joins_none() {
    assertThat(WireJson.read(MACHINE, CreateMachine.class).networks()).isEmpty();
  }

  @Test
  void a_request_is_read_where_an_early_release_kept_the_whole_adoption() {
    CreateMachine request = WireJson.read(MACHINE, CreateMachine.class);
    String kept = WireJson.write(new Adoption<>(request, "vm-7"));

    assertThat(CreateServer.CREATE_MACHINE.kept(kept)).isEqualTo(request);
    assertThat(CreateServer.CREATE_MACHINE.kept(MACHINE)).isEqualTo(request);
  }

  @Test
  void a_memory_of_an_early_release_tells_of_nothing_that_is_due() {
    String old =
        """
        {"step":"create-machine","generation":2,"inputs":{"image":"x"},"isSkipped":false}
        """;

    assertThat(WireJson.read(old, Resume.StepMemory.class))
        .isEqualTo(
            new Resume.StepMemory("create-machine", 2, Map.of("image", "x"), false, null, null));
  }

  static Stream<Object> records() {
    return Stream.of(
        DECISION,
        CONTEXT,
        RESUME,
        ServerFixtures.anOrder(new Random(1)),
        new StepCommand("act_1", 1, "create-machine", Map.of("a", "b"), "ext", "why", "usr_1"),
        new StepCommand(null, null, null, null, null, null, null),
        new Standing(Phase.FORWARD, "create-machine", 1, ParkCause.CAPACITY, "full", NOON));
  }

  @ParameterizedTest
  @MethodSource("records")
  void a_record_comes_back_as_it_went(Object sent) {
    String json = WireJson.write(sent);

    assertThat((Object) WireJson.read(json, sent.getClass())).isEqualTo(sent);
  }

  @ParameterizedTest
  @MethodSource("records")
  void a_field_of_a_newer_release_is_ignored(Object sent) {
    String newer = WireJson.write(sent).replaceFirst("\\{", "{\"field_of_a_newer_release\":1,");

    assertThat((Object) WireJson.read(newer, sent.getClass())).isEqualTo(sent);
  }

  @Test
  void a_command_is_the_same_json_everywhere() {
    StepCommand command =
        WireJson.read(
            """
            {"action":"act_1","parking":3,"external_id":"vm-7","reason":"made by hand"}
            """,
            StepCommand.class);

    assertThat(command.parking()).isEqualTo(3);
    assertThat(command.externalId()).isEqualTo("vm-7");
    assertThat(command.givenBy()).isEqualTo(StepCommand.UNVERIFIED);
    assertThat(WireJson.write(command)).contains("\"external_id\"").doesNotContain("externalId");
  }

  @Test
  void the_argument_of_a_workflow_keeps_the_orders_type() {
    ServerOrder order = ServerFixtures.anOrder(new Random(2));
    String json = WireJson.write(new ActionStart<>("act_1", "ten_1", "srv_1", order, RESUME, 2));

    assertThat(json).contains("\"server\":\"" + order.server() + "\"").contains("\"resume\":{");
    assertThat(new ActionStart<>("act_1", "ten_1", "srv_1", order, null, 0).resumed())
        .isEqualTo(Resume.NOTHING);
  }

  @Test
  void the_context_travels_in_a_header() {
    StepContextPropagator propagator = new StepContextPropagator();

    Map<String, Payload> header = propagator.serializeContext(CONTEXT);

    assertThat(header).containsOnlyKeys(propagator.getName());
    assertThat(propagator.deserializeContext(header)).isEqualTo(CONTEXT);
    assertThat(propagator.serializeContext(null)).isEmpty();
    assertThat(propagator.deserializeContext(Map.of())).isNull();
    propagator.setCurrentContext(CONTEXT);
    assertThat(StepContextPropagator.current()).contains(CONTEXT);
    assertThat(propagator.getCurrentContext()).isEqualTo(CONTEXT);
    propagator.setCurrentContext(null);
    assertThat(StepContextPropagator.current()).isEmpty();
  }

  @Test
  void a_key_is_made_of_action_step_and_generation_alone() {
    assertThat(CONTEXT.key()).isEqualTo("act_1/create-machine/2");
  }

  @Test
  void a_step_is_declared_with_a_verb_and_a_noun() {
    assertThat(CreateServer.CREATE_MACHINE.with(StepPolicy.OWN_TABLES).policy())
        .isEqualTo(StepPolicy.OWN_TABLES);
    assertThatIllegalArgumentException().isThrownBy(() -> Step.step("create", "Create"));
    assertThatIllegalArgumentException().isThrownBy(() -> Step.step("Create-Machine", "Create"));
  }

  @Test
  void an_input_is_changed_only_by_a_text_that_matches() {
    Editable<String> field = new Editable<>("image", "[a-z]+", (request, value) -> value);

    assertThat(field.accepts("debian")).isTrue();
    assertThat(field.accepts("Debian")).isFalse();
    assertThat(field.accepts(7)).isFalse();
  }

  @Test
  void a_command_has_a_word_a_label_and_may_need_a_reason() {
    assertThat(CommandKind.values())
        .allMatch(kind -> CommandKind.ofCode(kind.code()).orElseThrow() == kind)
        .noneMatch(kind -> kind.label().isBlank());
    assertThat(CommandKind.ofCode("explode")).isEmpty();
    assertThat(CommandKind.RETRY.needsReason()).isFalse();
    assertThat(CommandKind.ABORT.needsReason()).isTrue();
  }

  @Test
  void only_a_skipped_undo_leaves_something_behind() {
    assertThat(DECISION.leavesResidual()).isFalse();
    assertThat(
            new Decision(
                    CommandKind.SKIP, "create-machine", Phase.UNDO, 1, "why", "usr_1", null, NOON)
                .leavesResidual())
        .isTrue();
  }
}
