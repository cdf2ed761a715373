package dev.slipway.workflows.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.provider.FailureClass;
import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Actions that began under any release go on under this one. The histories are one folder per
/// release; run with `-Dhistories.release=<release>` to write those a release has not. What is
/// written stays as it is.
interface ReplayContract<O> extends PlanUnderTest<O> {

  @TestFactory
  default Stream<DynamicTest> histories_of_every_release_replay() {
    writeHistoriesWhenAsked();
    return histories().stream()
        .map(file ->
            DynamicTest.dynamicTest(
                folder().relativize(file).toString(),
                () -> rig().replay(WorkflowExecutionHistory.fromJson(Files.readString(file)))));
  }

  @Test
  default void every_release_has_a_history_of_each_kind() {
    assertThat(releases()).isNotEmpty();
    assertThat(releases())
        .allSatisfy(release ->
            assertThat(kinds().keySet().stream().map(kind -> release.resolve(kind + ".json")))
                .allMatch(Files::exists));
  }

  private List<Path> histories() {
    try (Stream<Path> files = Files.walk(folder())) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("reading histories in " + folder(), unreadable);
    }
  }

  private List<Path> releases() {
    try (Stream<Path> found = Files.list(folder())) {
      return found.filter(Files::isDirectory).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("reading releases in " + folder(), unreadable);
    }
  }

  private Path folder() {
    return Path.of("src/test/resources/histories", rig().subject().folder());
  }

  private void writeHistoriesWhenAsked() {
    String release = System.getProperty("histories.release", "");
    if (!release.isEmpty()) {
      kinds().forEach((kind, run) -> write(folder().resolve(release).resolve(kind + ".json"), run));
    }
  }

  /// What happens to actions: each kind by its name, as far as the plan has it.
  private Map<String, Supplier<ActionRun<O>>> kinds() {
    Map<String, Supplier<ActionRun<O>>> kinds = new LinkedHashMap<>();
    kinds.put("happy", () -> action().starting().finished());
    kinds.put("waiting", () -> waitingAt(steps().getFirst()));
    kinds.put("parked_retry", () -> parkedAt(lastStep()).told(CommandKind.RETRY).finished());
    kinds.put("abort", () -> parkedAt(lastStep()).told(CommandKind.ABORT).finished());
    kinds.put("cancel", () -> cancelledAt(lastStep()));
    first(editableSteps(), step -> kinds.put("retry_with", () -> editedAt(step)));
    first(adoptingSteps(), step -> kinds.put("adopt", () -> adoptedAt(step)));
    first(
        steps().stream().filter(step -> step.substitute().isPresent()).toList(),
        step -> kinds.put("skip", () -> parkedAt(step).told(CommandKind.SKIP).finished()));
    first(
        undoableSteps().reversed(),
        step -> {
          kinds.put("parked_undo", () -> parkedAtUndoOf(step).told(CommandKind.RETRY).finished());
          kinds.put("resumed_undo", () -> resumedAtUndoOf(step));
        });
    kinds.put("resumed", () -> resumedAt(lastStep()));
    return kinds;
  }

  private static void first(List<Step<?, ?, ?>> steps, Consumer<Step<?, ?, ?>> then) {
    steps.stream().findFirst().ifPresent(then);
  }

  private ActionRun<O> waitingAt(Step<?, ?, ?> step) {
    return action().failing(step, 2, FailureClass.RATE_LIMITED).starting().finished();
  }

  private ActionRun<O> cancelledAt(Step<?, ?, ?> step) {
    ActionRun<O> run = parkedAt(step);
    run.cancel();
    return run.finished();
  }

  private ActionRun<O> editedAt(Step<?, ?, ?> step) {
    return parkedAt(step)
        .told(CommandKind.RETRY_WITH, ActionRun.with(rig().subject().editsOf(step)))
        .finished();
  }

  private ActionRun<O> adoptedAt(Step<?, ?, ?> step) {
    ActionRun<O> run = parkedAt(step);
    return run.told(CommandKind.ADOPT, ActionRun.adopting(run.world().makeByHand())).finished();
  }

  private ActionRun<O> resumedAt(Step<?, ?, ?> step) {
    ActionRun<O> run = parkedAt(step);
    run.terminate();
    Resume resume = new Resume(Phase.FORWARD, 1, List.of(), undosUpTo(run, step), null);
    return run.starting(resume, Duration.ZERO).finished();
  }

  private ActionRun<O> resumedAtUndoOf(Step<?, ?, ?> step) {
    ActionRun<O> run = parkedAtUndoOf(step);
    run.terminate();
    Resume resume = new Resume(Phase.UNDO, 2, List.of(), undosUpTo(run, step), null);
    return run.starting(resume, Duration.ZERO).finished();
  }

  private static void write(Path file, Supplier<? extends ActionRun<?>> run) {
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, run.get().history().toJson(true) + "\n");
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException("writing " + file, unwritable);
    }
  }
}
