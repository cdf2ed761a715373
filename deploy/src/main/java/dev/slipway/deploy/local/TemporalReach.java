package dev.slipway.deploy.local;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether the Temporal that is given may be there at all.
public final class TemporalReach {

  private static final Pattern HOST_AND_PORT =
      Pattern.compile("([^\\s:/]+|\\[[0-9a-fA-F:.]+]):([0-9]{1,5})");

  private TemporalReach() {}

  /// Reads its address. That nobody answers there yet is no fault: a start waits for it.
  ///
  /// @param setting the environment variable, named in the complaint
  /// @throws StartFailedException when it is not a host and port, or the host is unknown
  public static void require(String setting, String address) {
    Matcher parts = HOST_AND_PORT.matcher(address);
    if (!parts.matches() || Integer.parseInt(parts.group(2)) > 65_535) {
      throw new StartFailedException(
          "%s is %s, and must be host:port of a Temporal frontend".formatted(setting, address));
    }
    try {
      var _ = InetAddress.getByName(parts.group(1));
    } catch (UnknownHostException e) {
      throw new StartFailedException(
          "%s is %s, and there is no host %s".formatted(setting, address, parts.group(1)), e);
    }
  }
}
