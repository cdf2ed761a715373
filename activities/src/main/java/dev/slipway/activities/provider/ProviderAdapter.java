package dev.slipway.activities.provider;

/// A kind of provider, one bean each.
public interface ProviderAdapter {

  /// The name locations refer to it by, such as `simulator`.
  String name();

  /// The provider at one of its locations.
  ///
  /// @param location the location's code
  ComputeProvider at(String location);
}
