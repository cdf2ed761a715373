package dev.slipway.activities.ledger;

import java.util.List;
import java.util.Optional;

/// Keeps [ExternalObject]s. Written in the transaction that records a step's end, read first by its
/// undo.
public interface Ledger {

  /// What a step made, unless it is gone.
  Optional<ExternalObject> find(String action, String step, int generation);

  /// Everything an action has outside, in the order it was recorded.
  List<ExternalObject> present(String action);

  /// Keys of steps whose undo was skipped with nothing recorded, those of earlier inputs too.
  List<String> keysLeft(String action);

  /// Writes or replaces what a step made. An adopted object stays an adopted one, and is no part of
  /// what the action left any more.
  void record(ExternalObject object);

  /// Records an adopted object, unless another step has it; of several at once one gets it.
  ///
  /// @return what has it instead, nothing when it is recorded
  Optional<ExternalObject> take(ExternalObject object);

  /// Marks what a step made as gone; nothing recorded is a success.
  void gone(String action, String step, int generation);

  /// The object of an external id, unless it is gone.
  Optional<ExternalObject> boundTo(String externalId, String location);
}
