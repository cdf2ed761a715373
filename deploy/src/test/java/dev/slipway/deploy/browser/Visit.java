package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One person's window on the panel, with what went wrong in its console.
final class Visit implements AutoCloseable {

  static final int DESK = 1440;
  static final int PHONE = 390;
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final int PATIENCE = 60_000;

  private final String address;
  private final int width;
  private final BrowserContext context;
  private final Page page;
  private final List<String> errors = new ArrayList<>();

  private Visit(String address, int width, BrowserContext context) {
    this.address = address;
    this.width = width;
    this.context = context;
    page = context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.onPageError(errors::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        errors.add(message.text());
      }
    });
  }

  static Visit at(String address, Browser browser, int width) {
    return new Visit(address, width, browser.newContext(options(width)));
  }

  /// A desk whose owner asked for less motion.
  static Visit calm(String address, Browser browser) {
    var options = options(DESK).setReducedMotion(ReducedMotion.REDUCE);
    return new Visit(address, DESK, browser.newContext(options));
  }

  private static NewContextOptions options(int width) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    return new NewContextOptions()
        .setViewportSize(width, width == PHONE ? 844 : 900)
        .setColorScheme(ColorScheme.LIGHT);
  }

  /// With the colours chosen before.
  Visit in(Colours colours) {
    context.addCookies(List.of(new Cookie("slipway_colours", colours.cookie()).setUrl(address)));
    return this;
  }

  Visit signedIn(Person person) {
    open("/");
    enter(person.email(), person.password());
    assertThat(page.locator("#person")).isVisible();
    return this;
  }

  void enter(String email, String password) {
    page.getByLabel("Email").fill(email);
    page.getByLabel("Password", new GetByLabelOptions().setExact(true)).fill(password);
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in")).click();
  }

  Visit open(String path) {
    page.navigate(path.startsWith("/") ? address + path : path);
    return this;
  }

  Page page() {
    return page;
  }

  Locator see(String selector) {
    return page.locator(selector).first();
  }

  Locator labelled(String label) {
    return page.getByLabel(label, new GetByLabelOptions().setExact(true)).first();
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName(name)).first();
  }

  /// Presses a key where the focus is.
  Visit press(String key) {
    page.keyboard().press(key);
    return this;
  }

  /// Waits for a page, and for Vaadin's router to have left the last one: it complains of a way
  /// through the pages that overtakes another.
  Visit arrives(Pattern address) {
    assertThat(page).hasURL(address);
    page.waitForFunction("() => !window.Vaadin?.Flow?.navigation");
    return this;
  }

  /// Ends the session from another tab; this one does not know yet.
  void signsOutElsewhere() {
    try (var other = context.newPage()) {
      other.navigate(address + "/servers");
      other.locator("#person").click();
      other.locator("#sign-out").click();
      assertThat(other.getByLabel("Email")).isVisible();
    }
  }

  /// Forgets the session, as if the server had.
  void losesSession() {
    context.clearCookies(new ClearCookiesOptions().setName("slipway_session"));
  }

  Locator text(String text) {
    return page.getByText(text).first();
  }

  /// The badge beside an action's title.
  Locator badge() {
    return see(".sw-action-title .sw-badge");
  }

  Visit picture(String name) {
    var file = SCREENSHOTS.resolve(name + "-" + width + ".png");
    page.screenshot(
        new ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
    return this;
  }

  void hasNoErrors() {
    assertThat(errors).isEmpty();
  }

  /// How far the page goes beyond the window's right edge.
  int overflow() {
    var pixels = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    return ((Number) pixels).intValue();
  }

  @Override
  public void close() {
    context.close();
  }
}
