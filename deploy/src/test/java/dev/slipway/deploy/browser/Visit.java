package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One person's window on the panel, with what went wrong in its console.
final class Visit implements AutoCloseable {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");
  private static final int PATIENCE = 60_000;
  private static final int SESSION_IS_OVER = 403;

  private static final String OVER_THE_PAGE =
      ":is(vaadin-dialog, vaadin-confirm-dialog, vaadin-popover, vaadin-select, vaadin-combo-box,"
          + " vaadin-multi-select-combo-box)[opened],"
          + " vaadin-app-layout[overlay][drawer-opened], vaadin-notification-card";

  private static final String IN_THESE =
      """
      colours => {
        document.documentElement.setAttribute('theme', colours);
        document.documentElement.style.colorScheme = colours;
      }
      """;

  private static final String HARD_TO_TOUCH =
      """
      () => [...document.querySelectorAll(
          ':is(main, .sw-order-bar) :is(vaadin-button, button, [role=button], vaadin-text-field,'
          + ' vaadin-password-field, vaadin-integer-field, vaadin-number-field, vaadin-select,'
          + ' vaadin-combo-box)')]
        .filter(each => each.checkVisibility())
        .filter(each => !each.matches('vaadin-select-value-button, vaadin-password-field-button'))
        .map(each => [each, Math.round((each.shadowRoot?.querySelector('[part=input-field]') ?? each)
          .getBoundingClientRect().height)])
        .filter(([each, height]) => height > 0 && height <
          (each.matches('.sw-ib') ? 28 : each.matches('[theme~=small], .sw-chip') ? 32 : 38))
        .map(([each, height]) =>
          `${height}px ${each.localName} ${each.className} ${each.id} ${each.innerText.trim()}`)
      """;

  private final String address;
  private final int width;
  private final BrowserContext context;
  private final Page page;
  private final List<String> errors = new ArrayList<>();

  private @Nullable Runnable signIn;

  private Visit(String address, BrowserContext context, Page page) {
    this.address = address;
    this.context = context;
    this.page = page;
    width = page.viewportSize().width;
    page.setDefaultTimeout(PATIENCE);
    page.onPageError(errors::add);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        errors.add(message.text());
      }
    });
  }

  static Visit at(String address, Browser browser, NewContextOptions options) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    var context = browser.newContext(options);
    return new Visit(address, context, context.newPage());
  }

  /// What a window on a desk is like.
  static NewContextOptions desk() {
    return window(1440, 900);
  }

  /// What a phone is like.
  static NewContextOptions phone() {
    return window(390, 844);
  }

  private static NewContextOptions window(int width, int height) {
    return new NewContextOptions().setViewportSize(width, height).setColorScheme(ColorScheme.LIGHT);
  }

  /// Lets somebody in where the first page that is opened asks for it.
  ///
  /// @param begun is told of the session that began, in the browser's words
  Visit signingIn(Person person, Consumer<String> begun) {
    signIn =
        () -> {
          assertThat(page.locator("#person, .sw-login").first()).isVisible();
          if (page.locator(".sw-login").count() > 0) {
            enter(person.email(), person.password());
            assertThat(page.locator("#person")).isVisible();
            begun.accept(context.storageState());
          }
        };
    return this;
  }

  /// Shows the open page in other colours, as the panel's switch does.
  Visit in(Colours colours) {
    page.evaluate(IN_THESE, colours.cookie());
    return this;
  }

  /// Chooses colours before a page is opened.
  Visit prefers(Colours colours) {
    context.addCookies(List.of(new Cookie("slipway_colours", colours.cookie()).setUrl(address)));
    return this;
  }

  /// Keeps what is opened from now on from ever being drawn: its scripts do not come.
  Visit beforeItIsDrawn() {
    page.route("**/VAADIN/build/**", Route::abort);
    return this;
  }

  void enter(String email, String password) {
    page.getByLabel("Email").fill(email);
    page.getByLabel("Password", new GetByLabelOptions().setExact(true)).fill(password);
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in")).click();
  }

  Visit open(String path) {
    page.navigate(path.startsWith("/") ? address + path : path);
    var first = signIn;
    if (first != null) {
      signIn = null;
      first.run();
    }
    return this;
  }

  /// The window that a link opens beside this one, which closes both.
  Visit follow(Locator link) {
    return new Visit(address, context, page.waitForPopup(link::click));
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

  /// What the browser sends with every request.
  String cookies() {
    return context.cookies(address).stream()
        .map(cookie -> cookie.name + "=" + cookie.value)
        .collect(Collectors.joining("; "));
  }

  /// Waits until the server ends the session by itself, because nobody does anything on the page.
  /// The page does not know yet.
  void outstaysItsSession() {
    await()
        .pollInSameThread()
        .atMost(Duration.ofSeconds(60))
        .until(() -> page.request().post(address + "/?v-r=heartbeat").status() == SESSION_IS_OVER);
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

  /// Takes a picture of a page that is there. Nobody who cannot see it may find a barrier in what
  /// is open over the page.
  Visit picture(String name) {
    PlaywrightAssertions.assertThat(page.locator(".sw-frame[aria-busy=true]")).hasCount(0);
    return pictureOfWaiting(name);
  }

  /// Takes a picture of what stands in a page's place, or of a page.
  Visit pictureOfWaiting(String name) {
    var file = SCREENSHOTS.resolve(name + "-" + width + ".png");
    page.screenshot(
        new ScreenshotOptions().setPath(file).setAnimations(ScreenshotAnimations.DISABLED));
    if (page.locator(OVER_THE_PAGE).count() > 0) {
      assertThat(Axe.violations(page)).as(name).isEmpty();
    }
    return this;
  }

  void hasNoErrors() {
    assertThat(errors).isEmpty();
  }

  /// How far an open dialog is from the window's left, right and bottom edge, in pixels.
  String dialogEdges() {
    return (String)
        page.evaluate(
            """
            () => {
              const dialog = document.querySelector('vaadin-dialog[opened]');
              const overlay = dialog.shadowRoot.querySelector('#overlay').shadowRoot;
              const box = overlay.querySelector('[part=overlay]').getBoundingClientRect();
              return [box.left, innerWidth - box.right, innerHeight - box.bottom].map(Math.round).join(' ');
            }
            """);
  }

  /// What a finger would hardly hit: buttons and fields of the page that are less than 38 pixels
  /// high, those within a row less than 32, and icons beside a text less than 28. A field's own
  /// buttons are within it.
  List<String> hardToTouch() {
    var found = (List<?>) page.evaluate(HARD_TO_TOUCH);
    return found.stream().map(String::valueOf).toList();
  }

  /// How far the page goes beyond the window's right or lower edge: what is long scrolls inside the
  /// frame.
  int overflow() {
    var pixels =
        page.evaluate(
            """
            () => {
              const page = document.documentElement;
              return Math.max(page.scrollWidth - innerWidth, page.scrollHeight - innerHeight);
            }
            """);
    return ((Number) pixels).intValue();
  }

  /// Leaves the page first, so that the panel knows that nobody looks at it any more.
  @Override
  public void close() {
    try {
      page.navigate("about:blank");
    } finally {
      context.close();
    }
  }
}
