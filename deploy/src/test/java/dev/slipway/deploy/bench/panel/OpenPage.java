package dev.slipway.deploy.bench.panel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.deploy.system.ApiClient;
import java.net.URLEncoder;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A page of the panel in a browser's tab, with its push connection: one UI of Vaadin's.
final class OpenPage {

  /// What Vaadin's client tells of a browser on a desk.
  private static final String DESK =
      "&v-sh=900&v-sw=1440&v-wh=900&v-ww=1440&v-bh=900&v-bw=1440&v-curdate=%d&v-tzo=0&v-dstd=0"
          + "&v-rtzo=0&v-dston=false&v-tzid=UTC&v-wn=v-1&v-td=false&v-pr=1&v-np=Linux&v-cs=dark"
          + "&v-pv=VISIBLE&v-fs=NOT_FULLSCREEN&v-so=landscape-primary&v-soa=0&v-tn=aura";

  private static final String PUSH =
      "/VAADIN/push?v-r=push&v-uiId=%s&v-pushId=%s&X-Atmosphere-tracking-id=0"
          + "&X-Atmosphere-Framework=4.0.1&X-Atmosphere-Transport=websocket"
          + "&X-Atmosphere-TrackMessageSize=true&Content-Type=application/json;%%20charset=UTF-8"
          + "&X-atmo-protocol=true&X-Vaadin-LastSeenServerSyncId=0";

  private static final int ROOT = 1;
  private static final Duration BEAT = Duration.ofMinutes(1);

  private final Browser browser;
  private final String uidl;
  private final String csrf;
  private final AtomicInteger seen = new AtomicInteger();
  private final Push push = new Push(seen);
  private final CompletableFuture<WebSocket> socket;
  private final CountDownLatch left = new CountDownLatch(1);
  private int said;

  private OpenPage(Browser browser, JsonNode config) {
    this.browser = browser;
    String ui = config.path("v-uiId").asText();
    uidl = "/?v-r=uidl&v-uiId=" + ui;
    csrf = config.path("uidl").path("Vaadin-Security-Key").asText();
    String id = config.path("uidl").path("Vaadin-Push-ID").asText();
    socket = browser.listen(PUSH.formatted(ui, id), push);
    Thread.startVirtualThread(() -> beat("/?v-r=heartbeat&v-uiId=" + ui));
  }

  /// Loads what every page begins with; [#go] shows one on it.
  static OpenPage load(Browser browser, String path) {
    String index = browser.get("/" + path);
    if (!index.contains("<div id=\"outlet\"")) {
      throw new AssertionError("no page of the panel: " + index);
    }
    String location = URLEncoder.encode(path, StandardCharsets.UTF_8);
    String desk = DESK.formatted(System.currentTimeMillis());
    String begun = browser.get("/?v-r=init&location=" + location + "&query=" + desk);
    try {
      return new OpenPage(browser, ApiClient.JSON.readTree(begun).path("appConfig"));
    } catch (JsonProcessingException e) {
      throw new AssertionError("no beginning of a page: " + begun, e);
    }
  }

  /// Says every minute that it is still open, as its configuration asks; what is not said for long
  /// is forgotten.
  private void beat(String heartbeat) {
    try {
      while (!left.await(BEAT.toSeconds(), TimeUnit.SECONDS)) {
        browser.post(heartbeat, "");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Goes to a page as a click on its link does.
  Answer go(String path) {
    boolean isFirst = said == 0;
    Map<String, Object> data =
        Map.of(
            "route",
            isFirst ? "/" + path : path,
            "query",
            "",
            "appShellTitle",
            "Slipway",
            "historyState",
            Map.of("idx", said),
            "trigger",
            isFirst ? "" : "link");
    return say(List.of(Answer.event(ROOT, "ui-navigate", data)));
  }

  Answer say(List<Map<String, Object>> events) {
    Answer answer = Answer.of(browser.post(uidl, message(events, Map.of())));
    seen.accumulateAndGet(answer.syncId(), Math::max);
    return answer;
  }

  /// Returns when what the panel has to tell is heard.
  void listen() {
    socket.join();
    push.expectWell();
  }

  /// Leaves it as a browser does that loads another page.
  void leave() {
    left.countDown();
    var _ = socket.thenCompose(open -> open.sendClose(WebSocket.NORMAL_CLOSURE, ""));
    browser.post(uidl, message(List.of(), Map.of("UNLOAD", true)));
  }

  private String message(List<Map<String, Object>> events, Map<String, Object> more) {
    Map<String, Object> message = new HashMap<>(more);
    message.put("csrfToken", csrf);
    message.put("rpc", events);
    message.put("syncId", seen.get());
    message.put("clientId", said++);
    try {
      return ApiClient.JSON.writeValueAsString(message);
    } catch (JsonProcessingException e) {
      throw new AssertionError("a page's message", e);
    }
  }
}
