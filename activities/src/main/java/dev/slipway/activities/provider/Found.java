package dev.slipway.activities.provider;

import dev.slipway.workflows.provider.FailureClass;
import java.util.List;
import java.util.Optional;

/// What a look by key found.
///
/// @param <T> the kind of object
public sealed interface Found<T> {

  /// The object of a key.
  ///
  /// @throws ProviderException of class `CONFLICT` when there are several
  default Optional<T> single(String key) {
    return switch (this) {
      case None<T> _ -> Optional.empty();
      case One<T>(var object) -> Optional.of(object);
      case Ambiguous<T>(var externalIds) ->
          throw new ProviderException(
              FailureClass.CONFLICT,
              "Several objects bear the key %s: %s".formatted(key, String.join(", ", externalIds)));
    };
  }

  /// Nothing bears the key.
  record None<T>() implements Found<T> {}

  /// Exactly one object bears the key.
  record One<T>(T object) implements Found<T> {}

  /// Several objects bear the key: somebody copied labels, and only a person knows which is ours.
  ///
  /// @param externalIds the provider's ids of them
  record Ambiguous<T>(List<String> externalIds) implements Found<T> {

    public Ambiguous {
      externalIds = List.copyOf(externalIds);
    }
  }
}
