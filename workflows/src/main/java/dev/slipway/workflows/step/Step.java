package dev.slipway.workflows.step;

import dev.slipway.workflows.action.Estimate;
import dev.slipway.workflows.action.Phase;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/// One step of a plan, declared once: the runner, the progress view, the dry run, the commands an
/// operator has, the reference page and the inherited failure tests all read this.
///
/// @param <A> the activity interface
/// @param <Q> the request, a record
/// @param <R> the result, a record
/// @param id a contract: `verb-noun`
/// @param label what people read, `Verb the noun`
/// @param call the activity; finds before it makes, under the key of its context
/// @param preview the result as far as it is known beforehand; pure
/// @param undo takes the request back; a no-op when nothing happened
/// @param adopt takes an object made by hand in the place of the call's effect
/// @param substitute the result when an operator skips the step
/// @param isFinal whether its success is the action's success, written in the same transaction
public record Step<A, Q, R>(
    String id,
    String label,
    Class<A> activities,
    Class<Q> requestType,
    BiFunction<A, Q, R> call,
    StepPolicy policy,
    Estimate expectation,
    Function<Q, R> preview,
    Optional<Undo<A, Q>> undo,
    Optional<BiFunction<A, Adoption<Q>, R>> adopt,
    Optional<Function<Q, R>> substitute,
    List<Editable<Q>> editable,
    boolean isFinal) {

  /// How a step is taken back.
  ///
  /// @param label what people read
  /// @param call the activity
  public record Undo<A, Q>(String label, BiConsumer<A, Q> call) {}

  public Step {
    editable = List.copyOf(editable);
  }

  /// Begins a declaration.
  public static Draft step(String id, String label) {
    if (!id.matches("[a-z]+(-[a-z]+)+")) {
      throw new IllegalArgumentException("a step's id is verb-noun: " + id);
    }
    return new Draft(id, label);
  }

  /// The commands an operator has once the step, or its undo, is parked.
  public Set<CommandKind> commandsWhenParked(Phase phase) {
    if (phase == Phase.UNDO) {
      return undo.isPresent()
          ? EnumSet.of(CommandKind.RETRY, CommandKind.SKIP)
          : EnumSet.of(CommandKind.RETRY);
    }
    EnumSet<CommandKind> commands = EnumSet.of(CommandKind.RETRY, CommandKind.ABORT);
    if (!editable.isEmpty()) {
      commands.add(CommandKind.RETRY_WITH);
    }
    adopt.ifPresent(adopting -> commands.add(CommandKind.ADOPT));
    substitute.ifPresent(substituting -> commands.add(CommandKind.SKIP));
    return commands;
  }

  /// The request as the tables keep it.
  Q kept(String json) {
    return WireJson.read(adopt.isPresent() ? Adoption.requestIn(json) : json, requestType);
  }

  /// A request with the fields of `inputs` that may be changed.
  Q edited(Q request, Map<String, Object> inputs) {
    Q changed = request;
    for (Editable<Q> field : editable) {
      if (inputs.get(field.field()) instanceof String text) {
        changed = field.edit().apply(changed, text);
      }
    }
    return changed;
  }

  /// This step with another policy, for tests of long waits.
  public Step<A, Q, R> with(StepPolicy other) {
    return changed(parts -> parts.policy = other);
  }

  /// This step, undone so.
  public Step<A, Q, R> undoneBy(String undoLabel, BiConsumer<A, Q> undoing) {
    return changed(parts -> parts.undo = Optional.of(new Undo<>(undoLabel, undoing)));
  }

  /// This step, able to take an object made by hand.
  public Step<A, Q, R> adoptedBy(BiFunction<A, Adoption<Q>, R> adopting) {
    return changed(parts -> parts.adopt = Optional.of(adopting));
  }

  /// This step, skippable with a result in its place.
  public Step<A, Q, R> skippedWith(Function<Q, R> substituting) {
    return changed(parts -> parts.substitute = Optional.of(substituting));
  }

  /// This step with one more field an operator may change.
  public Step<A, Q, R> editableBy(String field, String pattern, BiFunction<Q, String, Q> edit) {
    return changed(parts -> parts.editable.add(new Editable<>(field, pattern, edit)));
  }

  /// This step as the one whose success is the action's.
  public Step<A, Q, R> endingTheAction() {
    return changed(parts -> parts.isFinal = true);
  }

  private Step<A, Q, R> changed(Consumer<Parts<A, Q, R>> change) {
    Parts<A, Q, R> parts = new Parts<>(this);
    change.accept(parts);
    return parts.assembled();
  }

  /// What of a step may still be declared once it is known what it calls.
  private static final class Parts<A, Q, R> {

    private final Step<A, Q, R> step;
    private final List<Editable<Q>> editable;
    private StepPolicy policy;
    private Optional<Undo<A, Q>> undo;
    private Optional<BiFunction<A, Adoption<Q>, R>> adopt;
    private Optional<Function<Q, R>> substitute;
    private boolean isFinal;

    Parts(Step<A, Q, R> step) {
      this.step = step;
      this.editable = new ArrayList<>(step.editable);
      this.policy = step.policy;
      this.undo = step.undo;
      this.adopt = step.adopt;
      this.substitute = step.substitute;
      this.isFinal = step.isFinal;
    }

    Step<A, Q, R> assembled() {
      return new Step<>(
          step.id,
          step.label,
          step.activities,
          step.requestType,
          step.call,
          policy,
          step.expectation,
          step.preview,
          undo,
          adopt,
          substitute,
          editable,
          isFinal);
    }
  }

  /// A step's name, before it is known what it calls.
  public record Draft(String id, String label) {

    /// Says what the step calls.
    public <A, Q> Call<A, Q> calls(Class<A> activities, Class<Q> requestType) {
      return new Call<>(this, activities, requestType);
    }
  }

  /// A step's name and types, before it is known how it is called.
  public record Call<A, Q>(Draft draft, Class<A> activities, Class<Q> requestType) {

    /// The activity, its policy, its usual time and its preview.
    public <R> Step<A, Q, R> by(
        BiFunction<A, Q, R> call, StepPolicy policy, Estimate usual, Function<Q, R> preview) {
      return new Step<>(
          draft.id,
          draft.label,
          activities,
          requestType,
          call,
          policy,
          usual,
          preview,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          false);
    }
  }
}
