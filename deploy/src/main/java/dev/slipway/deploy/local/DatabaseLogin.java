package dev.slipway.deploy.local;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// One way into a PostgreSQL database.
///
/// @param url the JDBC address, without user and password
/// @param user the role; empty when the driver shall choose
/// @param password its password; empty when none is needed
public record DatabaseLogin(String url, String user, String password) {

  private static final String JDBC = "jdbc:";

  /// Reads `jdbc:postgresql://host/db?user=u&password=p` and `postgres://u:p@host/db` alike.
  ///
  /// @param setting the environment variable, named in the complaint
  /// @throws StartFailedException when it is neither
  public static DatabaseLogin parse(String setting, String text) {
    String address = text.startsWith(JDBC) ? text.substring(JDBC.length()) : text;
    if (!address.startsWith("postgresql://") && !address.startsWith("postgres://")) {
      throw new StartFailedException(
          setting
              + " must be postgres://user:password@host:5432/database or a jdbc:postgresql:// address");
    }
    int query = address.indexOf('?');
    String place = query < 0 ? address : address.substring(0, query);
    DatabaseLogin login = ofPlace(place.substring(place.indexOf("://") + 3));
    return query < 0 ? login : login.withOptions(List.of(address.substring(query + 1).split("&")));
  }

  /// Opens a connection that gives up after so many seconds without an answer.
  Connection connect(int seconds) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", Integer.toString(seconds));
    properties.setProperty("socketTimeout", Integer.toString(seconds));
    return DriverManager.getConnection(url, properties);
  }

  /// Never shows the password.
  @Override
  public String toString() {
    return "DatabaseLogin[url=" + url + ", user=" + user + ", password=***]";
  }

  private static DatabaseLogin ofPlace(String place) {
    int at = place.lastIndexOf('@');
    String host = "jdbc:postgresql://" + place.substring(at + 1);
    if (at < 0) {
      return new DatabaseLogin(host, "", "");
    }
    String[] credentials = place.substring(0, at).split(":", 2);
    return new DatabaseLogin(
        host, decoded(credentials[0]), credentials.length > 1 ? decoded(credentials[1]) : "");
  }

  private DatabaseLogin withOptions(List<String> options) {
    DatabaseLogin login = this;
    List<String> others = new ArrayList<>();
    for (String option : options) {
      if (option.startsWith("user=")) {
        login = new DatabaseLogin(login.url, decoded(option.substring(5)), login.password);
      } else if (option.startsWith("password=")) {
        login = new DatabaseLogin(login.url, login.user, decoded(option.substring(9)));
      } else {
        others.add(option);
      }
    }
    return others.isEmpty()
        ? login
        : new DatabaseLogin(login.url + "?" + String.join("&", others), login.user, login.password);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
