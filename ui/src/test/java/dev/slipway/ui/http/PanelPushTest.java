package dev.slipway.ui.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.VaadinSessionState;
import com.vaadin.flow.server.communication.PushConnectionFactory;
import dev.slipway.ui.shell.PanelTest;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.atmosphere.cpr.AtmosphereResource;
import org.atmosphere.cpr.Broadcaster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PanelPushTest extends PanelTest {

  /// What was asked of the page's connection, in order.
  private final List<String> asked = new ArrayList<>();

  @Test
  void vaadin_finds_it() {
    assertThat(ServiceLoader.load(PushConnectionFactory.class))
        .singleElement()
        .extracting(factory -> factory.apply(new UI()))
        .isInstanceOf(PanelPushConnection.class);
  }

  @Test
  void nobody_waits_for_what_a_closing_page_was_sent_last() {
    PanelPushConnection connection = sentTo(new Closing(VaadinSessionState.OPEN));

    connection.disconnect();

    assertThat(asked).containsExactly("close");
    assertThat(connection.isConnected()).isFalse();
  }

  @Test
  void what_a_page_was_sent_when_its_session_ended_reaches_it() {
    PanelPushConnection connection = sentTo(new Closing(VaadinSessionState.CLOSING));

    connection.disconnect();

    assertThat(asked).containsExactly("wait", "close");
  }

  @Test
  void a_page_that_stays_is_sent_everything_before_its_connection_ends() {
    PanelPushConnection connection = sentTo(new UI());

    connection.disconnect();

    assertThat(asked).containsExactly("wait", "close");
    assertThat(connection.isConnected()).isFalse();
  }

  /// A page that closes, in a session that is in some state.
  private static final class Closing extends UI {
    private final VaadinSession session;

    Closing(VaadinSessionState state) {
      this.session =
          new VaadinSession(VaadinService.getCurrent()) {
            @Override
            public VaadinSessionState getState() {
              return state;
            }
          };
    }

    @Override
    public VaadinSession getSession() {
      return session;
    }

    @Override
    public boolean isClosing() {
      return true;
    }
  }

  /// A connection over which something is on its way.
  private static final class Sending extends PanelPushConnection {
    Sending(UI page, AtmosphereResource resource) {
      super(page);
      connect(resource);
      sendMessage("a change");
    }
  }

  private PanelPushConnection sentTo(UI page) {
    return new Sending(page, resource());
  }

  private AtmosphereResource resource() {
    Broadcaster broadcaster =
        answering(Broadcaster.class, name -> name.equals("broadcast") ? sent() : null);
    return answering(
        AtmosphereResource.class,
        name ->
            switch (name) {
              case "getBroadcaster" -> broadcaster;
              case "close" -> {
                asked.add(name);
                yield null;
              }
              case "isResumed" -> false;
              default -> null;
            });
  }

  private Future<Object> sent() {
    return new CompletableFuture<>() {
      @Override
      public Object get(long timeout, TimeUnit unit) {
        asked.add("wait");
        return "sent";
      }
    };
  }

  private static <T> T answering(Class<T> type, Function<String, @Nullable Object> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answer.apply(method.getName())));
  }
}
