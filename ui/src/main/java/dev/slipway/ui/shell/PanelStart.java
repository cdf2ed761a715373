package dev.slipway.ui.shell;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.slipway.ui.shell.failure.Mishaps;
import jakarta.inject.Singleton;
import java.util.Locale;

/// What every opened page begins with, and what it says when its server fails, is away or forgot
/// it.
@Singleton
class PanelStart implements VaadinServiceInitListener {
  private final Mishaps mishaps;

  PanelStart(Mishaps mishaps) {
    this.mishaps = mishaps;
  }

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.getSource().addSessionInitListener(init -> init.getSession().setErrorHandler(mishaps));
    event.getSource().setSystemMessagesProvider(PanelStart::messages);
    event.getSource().addUIInitListener(init -> begin(init.getUI()));
  }

  private static void begin(UI ui) {
    ui.setLocale(Locale.ENGLISH);
    ui.getPage().addJsModule("context://slipway.js");
    KeptColours.apply(ui);
    var reconnect = ui.getReconnectDialogConfiguration();
    reconnect.setDialogText(text("connection.lost"));
    reconnect.setDialogTextGaveUp(text("connection.gave-up"));
  }

  /// An ended session is no news: the page loads again, which leads over the sign-in page back to
  /// it. Asked for outside any page, so nothing here may need one.
  private static SystemMessages messages(SystemMessagesInfo info) {
    var messages = new CustomizedSystemMessages();
    messages.setSessionExpiredNotificationEnabled(false);
    var words = info.getService().getInstantiator().getI18NProvider();
    messages.setInternalErrorCaption(words.getTranslation("failure.title", Locale.ENGLISH));
    messages.setInternalErrorMessage(words.getTranslation("failure.text", Locale.ENGLISH));
    messages.setCookiesDisabledCaption(words.getTranslation("cookies.title", Locale.ENGLISH));
    messages.setCookiesDisabledMessage(words.getTranslation("cookies.text", Locale.ENGLISH));
    return messages;
  }
}
