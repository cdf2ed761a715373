package dev.slipway.workflows.step;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The key of the effect that a step of an action has, or would have, at the provider:
/// `<action>/<step>/<generation>`.
///
/// @param generation the step's input generation, from 1
public record StepKey(String action, String step, int generation) {

  /// Reads a key.
  ///
  /// @throws IllegalArgumentException when it is none
  public static StepKey of(String key) {
    String[] parts = key.split("/", -1);
    if (parts.length != 3) {
      throw new IllegalArgumentException(key + " is no key of a step");
    }
    return new StepKey(parts[0], parts[1], Integer.parseInt(parts[2]));
  }

  /// Whether nobody has changed the step's inputs.
  public boolean isFirst() {
    return generation == 1;
  }

  /// The keys of the generations before, oldest first.
  public Stream<StepKey> former() {
    return IntStream.range(1, generation).mapToObj(former -> new StepKey(action, step, former));
  }

  @Override
  public String toString() {
    return action + "/" + step + "/" + generation;
  }
}
