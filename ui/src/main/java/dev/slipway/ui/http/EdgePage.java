package dev.slipway.ui.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// A page for what cannot be asked of the panel at all: no script, the colours that the browser
/// prefers, and the way home.
final class EdgePage {
  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("vaadin-i18n.translations", Locale.ROOT);
  private static final String POLICY =
      """
      default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; \
      form-action 'none'; frame-ancestors 'none'\
      """;
  private static final String HTML =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>%s</title>
      <link rel="icon" href="/icons/slipway.svg">
      <link rel="stylesheet" href="/tokens.css">
      <link rel="stylesheet" href="/edge.css">
      </head>
      <body>
      <main>
      <img src="/icons/slipway.svg" alt="" width="40" height="40">
      <h1>%s</h1>
      <p>%s</p>
      <a href="/">%s</a>
      </main>
      </body>
      </html>
      """;

  private EdgePage() {}

  /// Answers with the page that fits a status from 400 on.
  static void write(Response response, int status, Callback callback) {
    var words = words(status);
    var title = text(words + ".title");
    var page =
        HTML.formatted(
            new MessageFormat(text("page.title"), Locale.ENGLISH).format(new Object[] {title}),
            title,
            text(words + ".text"),
            text("not-found.home"));
    var headers = response.getHeaders();
    headers.put("Content-Security-Policy", POLICY);
    headers.put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
    response.write(true, ByteBuffer.wrap(page.getBytes(UTF_8)), callback);
  }

  private static String words(int status) {
    return switch (status) {
      case HttpStatus.FORBIDDEN_403 -> "edge.foreign";
      case HttpStatus.NOT_FOUND_404 -> "not-found";
      case HttpStatus.METHOD_NOT_ALLOWED_405 -> "edge.method";
      default -> status < 500 ? "edge.unreadable" : "edge.failed";
    };
  }

  private static String text(String key) {
    return WORDS.getString(key);
  }
}
