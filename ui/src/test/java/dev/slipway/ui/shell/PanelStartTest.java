package dev.slipway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinService;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.ui.shell.part.Wording;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PanelStartTest extends PanelTest {
  @Test
  void an_ended_session_loads_the_page_again_without_a_word() throws InterruptedException {
    var service = VaadinService.getCurrent();
    var messages = new AtomicReference<SystemMessages>();
    var outsideAnyPage =
        Thread.ofPlatform()
            .inheritInheritableThreadLocals(false)
            .start(() -> messages.set(service.getSystemMessages(Locale.ENGLISH, null)));
    outsideAnyPage.join();

    assertThat(messages.get()).isNotNull();
    assertThat(messages.get().isSessionExpiredNotificationEnabled()).isFalse();
    assertThat(messages.get().getInternalErrorCaption()).isEqualTo("The page could not be shown");
    assertThat(messages.get().getCookiesDisabledCaption()).isEqualTo("Your sign-in is gone");
    assertThat(messages.get().getCookiesDisabledMessage()).contains("Press here", "cookies");
  }

  @Test
  void work_beside_the_pages_knows_the_words() throws InterruptedException {
    var service = VaadinService.getCurrent();
    var words = new AtomicReference<String>();
    var elsewhere =
        Thread.ofPlatform()
            .inheritInheritableThreadLocals(false)
            .start(() -> Live.begin(service, () -> words.set(Wording.text("brand"))));
    elsewhere.join();

    eventually(() -> assertThat(words).hasValue("Slipway"));
  }
}
