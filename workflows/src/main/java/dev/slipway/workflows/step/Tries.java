package dev.slipway.workflows.step;

/// Attempts of one call so far.
///
/// @param made how many, with the present one
/// @param unanswered how many before the present one ended without a word: their worker died, or
///   was silent for too long
/// @param left how many before the present one a worker left that was asked to stop; they say
///   nothing at all
public record Tries(int made, int unanswered, int left) {

  /// None of them was left.
  public Tries(int made, int unanswered) {
    this(made, unanswered, 0);
  }

  /// An attempt before which every other was answered.
  ///
  /// @param made how many, with that one
  public static Tries answered(int made) {
    return new Tries(made, 0);
  }

  /// How many failed, if the present one does.
  int failed() {
    return made - unanswered - left;
  }
}
