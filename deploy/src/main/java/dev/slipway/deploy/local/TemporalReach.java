package dev.slipway.deploy.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether the Temporal that is given can be reached.
public final class TemporalReach {

  private static final Pattern HOST_AND_PORT =
      Pattern.compile("([^\\s:/]+|\\[[0-9a-fA-F:.]+]):([0-9]{1,5})");
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private TemporalReach() {}

  /// Opens one connection to it, and closes it.
  ///
  /// @param setting the environment variable, named in the complaint
  /// @throws StartFailedException when it is not a host and port, the host is unknown, or nothing
  ///   answers there
  public static void require(String setting, String address) {
    Matcher parts = HOST_AND_PORT.matcher(address);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
      throw new StartFailedException(
          "%s is %s, and must be host:port of a Temporal frontend".formatted(setting, address));
    }
    try {
      connect(InetAddress.getAllByName(parts.group(1)), Integer.parseInt(parts.group(2)));
    } catch (UnknownHostException e) {
      throw new StartFailedException(
          "%s is %s, and there is no host %s".formatted(setting, address, parts.group(1)), e);
    } catch (IOException e) {
      throw new StartFailedException(
          "%s is %s, and nothing answers there: %s".formatted(setting, address, e.getMessage()), e);
    }
  }

  private static void connect(InetAddress[] addresses, int port) throws IOException {
    IOException last = new UnknownHostException("it has no address");
    for (InetAddress address : addresses) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(address, port), Math.toIntExact(PATIENCE.toMillis()));
        return;
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }
}
