package dev.slipway.deploy.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// HTTP written by hand, for what no decent client sends.
///
/// @param address where it goes
record RawHttp(URI address) {

  private static final int PATIENCE_MS = 90_000;
  private static final int END_OF_HEAD = 4;

  /// What came back.
  ///
  /// @param headers by their names in lower case, with all values of each
  record Answer(int status, Map<String, List<String>> headers, String body) {

    /// The only value of a header; empty when there is none.
    String header(String name) {
      List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
      if (values.size() > 1) {
        throw new AssertionError(name + " is there more than once: " + values);
      }
      return values.isEmpty() ? "" : values.getFirst();
    }

    JsonNode json() {
      try {
        return ApiClient.JSON.readTree(body);
      } catch (IOException e) {
        throw new AssertionError("not JSON: " + body, e);
      }
    }
  }

  /// Sends these lines as they are, and reads until the server closes.
  ///
  /// @param head the request line and headers; `Host` and `Connection: close` are not added
  Answer send(String head, String body) {
    try (Socket socket = open()) {
      write(socket, head.replace("\n", "\r\n") + "\r\n\r\n" + body);
      return read(socket.getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(head, e);
    }
  }

  /// A connection to do anything with.
  Socket open() {
    try {
      Socket socket = new Socket(address.getHost(), address.getPort());
      socket.setSoTimeout(PATIENCE_MS);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException("connecting to " + address, e);
    }
  }

  /// Writes what the server may refuse to read.
  private static void write(Socket socket, String text) throws IOException {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
    } catch (SocketException refused) {
      // its answer says why
      return;
    }
  }

  static Answer read(InputStream input) throws IOException {
    String text = readAll(input);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new AssertionError("no answer but: " + text);
    }
    String[] head = text.substring(0, end).split("\r\n", -1);
    Map<String, List<String>> headers =
        Arrays.stream(head)
            .skip(1)
            .map(line -> line.split(":", 2))
            .collect(
                Collectors.groupingBy(
                    field -> field[0].toLowerCase(Locale.ROOT),
                    TreeMap::new,
                    Collectors.mapping(field -> field[1].strip(), Collectors.toList())));
    return new Answer(
        Integer.parseInt(head[0].split(" ", 3)[1]), headers, text.substring(end + END_OF_HEAD));
  }

  private static String readAll(InputStream input) throws IOException {
    var all = new ByteArrayOutputStream();
    try {
      input.transferTo(all);
    } catch (SocketException reset) {
      // it closed while something of the request was still on the way
      return all.toString(StandardCharsets.ISO_8859_1);
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }
}
