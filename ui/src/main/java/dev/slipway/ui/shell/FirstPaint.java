package dev.slipway.ui.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import dev.slipway.ui.session.SignedIn;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jsoup.nodes.Element;

/// What is seen of a page until the browser has drawn it: its frame, in the colours that were
/// chosen before, so that nothing is blank and nothing flashes.
@Singleton
class FirstPaint implements VaadinServiceInitListener {
  private static final int LINES = 5;

  private final SignedIn signedIn;

  FirstPaint(SignedIn signedIn) {
    this.signedIn = signedIn;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.addIndexHtmlRequestListener(this::draw);
  }

  private void draw(IndexHtmlResponse page) {
    var document = page.getDocument();
    if (KeptColours.isKeptLight()) {
      document.select("html").attr("theme", "light").attr("style", "color-scheme: light;");
    }
    var words = page.getVaadinRequest().getService().getInstantiator().getI18NProvider();
    var start = document.body().prependElement("div").addClass("sw-start").attr("role", "status");
    if (signedIn.find().isPresent()) {
      addFrame(start);
    }
    start
        .appendElement("p")
        .addClass("sw-start-word")
        .text(words.getTranslation("start.opening", Locale.ENGLISH));
  }

  private static void addFrame(Element start) {
    start.addClass("framed");
    var side = start.appendElement("div").addClass("sw-start-side").attr("aria-hidden", "true");
    for (int line = 0; line < LINES; line++) {
      side.appendElement("i");
    }
    start.appendElement("div").addClass("sw-start-top").attr("aria-hidden", "true");
  }
}
