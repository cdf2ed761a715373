package dev.slipway.deploy;

import static dev.slipway.deploy.local.Variables.given;

import dev.slipway.ui.http.WebSettings;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The port people and programs will reach Slipway at, tried before anything is started.
///
/// @param number 0 for any that is free
record PublicPort(String host, int number) {

  /// Tries the port an environment names, if anything is to be served there.
  ///
  /// @throws WrongSettingsException when it cannot be opened
  static void check(Map<String, String> environment) {
    of(environment)
        .flatMap(PublicPort::fault)
        .ifPresent(fault -> {
          throw new WrongSettingsException(List.of(fault));
        });
  }

  private static Optional<PublicPort> of(Map<String, String> environment) {
    if (given(environment, "SLIPWAY_WEB_ENABLED").filter(PublicPort::isNo).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new PublicPort(
            given(environment, "SLIPWAY_HOST").orElse(WebSettings.USUAL_HOST),
            Integer.parseInt(numberOf(environment))));
  }

  /// The port an environment names, else the usual one.
  static String numberOf(Map<String, String> environment) {
    return given(environment, "SLIPWAY_PORT").orElse(WebSettings.USUAL_PORT);
  }

  private static boolean isNo(String answer) {
    return answer.equalsIgnoreCase("false");
  }

  private Optional<String> fault() {
    var address = new InetSocketAddress(host, number);
    if (address.isUnresolved()) {
      return Optional.of("SLIPWAY_HOST is %s, and there is no such host".formatted(host));
    }
    try (var socket = new ServerSocket()) {
      // as the server will: what a closed connection still holds is no obstacle
      socket.setReuseAddress(true);
      socket.bind(address);
      return Optional.empty();
    } catch (BindException refused) {
      return Optional.of(isTaken(refused) ? taken() : closed(refused));
    } catch (IOException refused) {
      return Optional.of(closed(refused));
    }
  }

  private static boolean isTaken(BindException refused) {
    return String.valueOf(refused.getMessage()).contains("in use");
  }

  private String taken() {
    return ("port %d on %s is in use: stop what listens there, perhaps another Slipway, or set"
            + " SLIPWAY_PORT to a free port")
        .formatted(number, host);
  }

  private String closed(IOException refused) {
    return "port %d on %s cannot be opened (%s): set SLIPWAY_PORT or SLIPWAY_HOST to one that can"
        .formatted(number, host, refused.getMessage());
  }
}
