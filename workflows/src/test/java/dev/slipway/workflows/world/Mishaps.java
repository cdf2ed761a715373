package dev.slipway.workflows.world;

import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.step.StepContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The script of what goes wrong, by action, step, phase and moment; the first that fits strikes.
public final class Mishaps {

  private final List<Mishap> script = new CopyOnWriteArrayList<>();
  private final Set<String> mortal = ConcurrentHashMap.newKeySet();

  /// Where a mishap strikes.
  public record Place(String action, String step, Phase phase, Moment moment) {}

  /// What happens there.
  public sealed interface Fate {
    /// A provider's failure.
    record Failing(FailureClass failure, @Nullable Duration resumeIn) implements Fate {}

    /// The worker's death.
    record Dying() implements Fate {}

    /// Standing at a gate.
    record Standing(Gate gate) implements Fate {}
  }

  private record Mishap(Place place, Fate fate, AtomicInteger left) {}

  /// The next calls fail.
  public void fail(Place place, int times, FailureClass failure, @Nullable Duration resumeIn) {
    script.add(new Mishap(place, new Fate.Failing(failure, resumeIn), new AtomicInteger(times)));
  }

  /// The workers of the next calls die.
  public void die(Place place, int times) {
    mortal.add(place.action);
    script.add(new Mishap(place, new Fate.Dying(), new AtomicInteger(times)));
  }

  /// The next call waits at a gate.
  ///
  /// @param isDeaf whether it goes on although it was cancelled
  public Gate hold(Place place, boolean isDeaf) {
    Gate gate = new Gate(isDeaf);
    script.add(new Mishap(place, new Fate.Standing(gate), new AtomicInteger(1)));
    return gate;
  }

  /// What went wrong does so no more.
  public void end(String action) {
    script.removeIf(mishap -> mishap.place.action.equals(action));
  }

  /// Whether workers die in this action, so that silence must be noticed quickly.
  boolean isMortal(String action) {
    return mortal.contains(action);
  }

  void strike(StepContext context, Moment moment) {
    Place here = new Place(context.action(), context.step(), context.phase(), moment);
    for (Mishap mishap : script) {
      if (mishap.place.equals(here) && mishap.left.getAndDecrement() > 0) {
        suffer(mishap.fate, here);
        return;
      }
    }
  }

  private static void suffer(Fate fate, Place here) {
    switch (fate) {
      case Fate.Failing failing ->
          throw new ScriptedFailure(
              failing.failure,
              failing.failure + " " + here.moment + " " + here.step,
              failing.resumeIn);
      case Fate.Dying dying -> throw new WorkerDeath();
      case Fate.Standing standing -> standing.gate.pass();
    }
  }
}
