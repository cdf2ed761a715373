package dev.slipway.workflows.catalog;

/// A network a server can join.
///
/// @param id `net_…`
/// @param code what orders name, such as `public`
/// @param location the location's code
/// @param kind `public` or `private`
public record Network(
    String id, String code, String name, String location, String kind, String cidr) {

  /// Whether it is the network of that code at a location.
  public boolean isAt(String place, String wanted) {
    return location.equals(place) && code.equals(wanted);
  }
}
