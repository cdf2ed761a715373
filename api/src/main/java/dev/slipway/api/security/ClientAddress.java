package dev.slipway.api.security;

import io.micronaut.http.HttpRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;

/// Where a request comes from. The panel's port hands requests on from this machine and says for
/// whom; nobody else is believed.
final class ClientAddress {

  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private ClientAddress() {}

  /// The address in digits, empty when unknown.
  static String of(HttpRequest<?> request) {
    InetSocketAddress remote = request.getRemoteAddress();
    InetAddress address = remote.getAddress();
    if (address == null) {
      return "";
    }
    String told = request.getHeaders().get(FORWARDED_FOR);
    return address.isLoopbackAddress() && told != null && told.matches("\\[?[0-9a-fA-F.:]{2,45}]?")
        ? told
        : address.getHostAddress();
  }

  /// Whom an address stands for. Who has a network of IPv6 takes any of its addresses as he likes,
  /// so all of a /64 are one.
  ///
  /// @param address in digits, as it stands in an address of the web or bare
  static String network(String address) {
    String digits = address.replaceAll("[\\[\\]]|%.*", "");
    try {
      return InetAddress.ofLiteral(digits) instanceof Inet6Address six && !six.isLoopbackAddress()
          ? HexFormat.of().formatHex(six.getAddress(), 0, 8) + "/64"
          : digits;
    } catch (IllegalArgumentException noAddress) {
      return digits;
    }
  }

  /// Whether an address in digits is this machine's own.
  static boolean isLoopback(String address) {
    return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
  }
}
