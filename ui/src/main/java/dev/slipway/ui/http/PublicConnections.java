package dev.slipway.ui.http;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/// Connections of the public port, which tell an address of a page from one of a program even where
/// it cannot be read, as with a bad escape: Jetty forgets such an address, and with it who is to be
/// answered, a person or a program. In its place stands one that is refused as surely.
final class PublicConnections extends HttpConnectionFactory {
  /// In place of an address of programs.
  static final String OF_A_PROGRAM = "/api/%2F";

  private static final String OF_A_PAGE = "/%2F";

  PublicConnections(HttpConfiguration http) {
    super(http);
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    var connection = new Telling(getHttpConfiguration(), connector, endPoint);
    connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
    return configure(connection, connector, endPoint);
  }

  private static final class Telling extends HttpConnection {
    Telling(HttpConfiguration http, Connector connector, EndPoint endPoint) {
      super(http, connector, endPoint);
    }

    @Override
    protected HttpStreamOverHTTP1 newHttpStream(
        String method, String address, HttpVersion version) {
      try {
        return super.newHttpStream(method, address, version);
      } catch (RuntimeException unreadable) {
        var path = address.split("[?#]", 2)[0];
        var refused = ApiPaths.contain(path) ? OF_A_PROGRAM : OF_A_PAGE;
        return super.newHttpStream(method, refused, version);
      }
    }
  }
}
