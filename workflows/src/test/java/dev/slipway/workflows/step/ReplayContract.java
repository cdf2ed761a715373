package dev.slipway.workflows.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.provider.FailureClass;
import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Actions that began under any release go on under this one. The histories are one folder per
/// release; run with `-Dhistories.release=<release>` to write a new release's, and never change an
/// older one's.
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
            assertThat(
                    Stream.of("happy", "parked_retry", "retry_with", "abort")
                        .map(kind -> release.resolve(kind + ".json")))
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
      Path into = folder().resolve(release);
      write(into.resolve("happy.json"), action().starting().finished());
      write(
          into.resolve("parked_retry.json"),
          parkedAt(lastStep()).told(CommandKind.RETRY).finished());
      write(into.resolve("abort.json"), parkedAt(lastStep()).told(CommandKind.ABORT).finished());
      write(
          into.resolve("waiting.json"),
          action().failing(steps().getFirst(), 2, FailureClass.RATE_LIMITED).starting().finished());
      steps().stream()
          .filter(step -> !step.editable().isEmpty())
          .findFirst()
          .ifPresent(step -> write(into.resolve("retry_with.json"), editedAt(step)));
    }
  }

  private ActionRun<O> editedAt(Step<?, ?, ?> step) {
    return parkedAt(step)
        .told(CommandKind.RETRY_WITH, ActionRun.with(rig().subject().editsOf(step)))
        .finished();
  }

  private static void write(Path file, ActionRun<?> run) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, run.history().toJson(true) + "\n");
    } catch (IOException unwritable) {
      throw new UncheckedIOException("writing " + file, unwritable);
    }
  }
}
