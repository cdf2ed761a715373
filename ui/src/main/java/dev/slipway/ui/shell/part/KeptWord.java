package dev.slipway.ui.shell.part;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import jakarta.servlet.http.Cookie;
import java.util.Optional;
import java.util.stream.Stream;

/// A word that the browser keeps for the panel and shows it at every request.
///
/// @param cookie its name
/// @param seconds how long it is kept; negative for as long as the browser is open
public record KeptWord(String cookie, int seconds) {

  /// What the browser of the present request keeps; empty when nothing.
  public Optional<String> read() {
    return Optional.ofNullable(VaadinRequest.getCurrent()).map(VaadinRequest::getCookies).stream()
        .flatMap(Stream::of)
        .filter(each -> each.getName().equals(cookie))
        .map(Cookie::getValue)
        .findFirst();
  }

  /// Lets the browser keep a word, with the answer to the present request.
  public void keep(String word) {
    var request = VaadinRequest.getCurrent();
    var response = VaadinResponse.getCurrent();
    if (request == null || response == null) {
      return;
    }
    var kept = new Cookie(cookie, word);
    kept.setPath("/");
    kept.setMaxAge(seconds);
    kept.setHttpOnly(true);
    kept.setAttribute("SameSite", "Lax");
    kept.setSecure(request.isSecure());
    response.addCookie(kept);
  }
}
