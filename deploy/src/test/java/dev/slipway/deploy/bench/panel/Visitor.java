package dev.slipway.deploy.bench.panel;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Somebody who has signed in to the panel, in a session of his own.
public final class Visitor {

  private static final int PROPERTIES = 1;
  private static final Map<String, Object> LEFT_BUTTON =
      Map.of(
          "event.shiftKey", false,
          "event.metaKey", false,
          "event.ctrlKey", false,
          "event.altKey", false,
          "event.detail", 1,
          "event.button", 0,
          "event.clientX", 1,
          "event.clientY", 1,
          "event.screenX", 1,
          "event.screenY", 1);

  private final Browser browser;
  private OpenPage page;
  private Answer shown;

  private Visitor(Browser browser) {
    this.browser = browser;
    page = OpenPage.load(browser, "");
    shown = page.go("");
  }

  /// Signs in through the panel's own page.
  public static Visitor signedIn(URI address, String email, String password) {
    Visitor visitor = new Visitor(new Browser(address));
    visitor.enter(email, password);
    return visitor;
  }

  private void enter(String email, String password) {
    int button = shown.elements("vaadin-button").getFirst();
    Answer answer =
        page.say(
            List.of(
                typed(shown.elements("vaadin-email-field").getFirst(), email),
                typed(shown.elements("vaadin-password-field").getFirst(), password),
                Answer.event(button, "click", LEFT_BUTTON)));
    if (!answer.text().contains("window.open")) {
      throw new AssertionError(email + " was not let in: " + answer.text());
    }
    page.leave();
  }

  private static Map<String, Object> typed(int field, String text) {
    Map<String, Object> change = new HashMap<>(Map.of("type", "mSync", "node", field));
    change.put("feature", PROPERTIES);
    change.put("property", "value");
    change.put("value", text);
    return change;
  }

  /// Opens a page in place of what was open: the page, its beginning, and what is on it.
  public void open(Stop stop) {
    page = OpenPage.load(browser, stop.path());
    show(stop);
  }

  /// Goes to a page from the one that is open.
  ///
  /// @return how many bytes it took
  public int go(Stop stop) {
    show(stop);
    return shown.text().length();
  }

  private void show(Stop stop) {
    shown = page.go(stop.path());
    stop.expectOn(shown);
  }

  /// Tells what a browser tells by itself when it has drawn a page.
  public void settle() {
    page.listen();
    List<Map<String, Object>> echo = shown.echo();
    if (!echo.isEmpty()) {
      page.say(echo);
    }
  }

  /// Leaves the page.
  public void leave() {
    page.leave();
  }
}
