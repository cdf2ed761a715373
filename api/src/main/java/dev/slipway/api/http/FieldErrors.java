package dev.slipway.api.http;

import java.util.ArrayList;
import java.util.List;

/// Gathers what is wrong with a request, so that the caller learns all of it at once, or the first
/// hundred where there is more: an answer is no longer than somebody reads.
public final class FieldErrors {

  private static final int MOST = 100;

  private final List<FieldError> found = new ArrayList<>();

  /// Adds one.
  public void add(String pointer, String code, String detail) {
    if (found.size() < MOST) {
      found.add(new FieldError(pointer, code, detail));
    }
  }

  /// Adds those of a part of the request.
  ///
  /// @param pointer where the part stands, such as `/inputs`
  public void addAll(String pointer, FieldErrors part) {
    part.found.forEach(error -> add(pointer + error.pointer(), error.code(), error.detail()));
  }

  /// Those found so far.
  public List<FieldError> all() {
    return List.copyOf(found);
  }

  /// Whether nothing is wrong so far.
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /// Refuses the request when something is wrong.
  ///
  /// @throws ProblemException `invalid_input` when something is wrong
  public void throwIfAny() {
    if (found.isEmpty()) {
      return;
    }
    String detail =
        found.size() == 1
            ? found.getFirst().detail()
            : (found.size() == MOST ? "At least " : "")
                + found.size()
                + " fields of the request are not valid.";
    throw new ProblemException(ProblemType.INVALID_INPUT, detail, found);
  }
}
