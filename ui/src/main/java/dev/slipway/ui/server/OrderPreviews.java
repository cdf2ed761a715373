package dev.slipway.ui.server;

import com.vaadin.flow.component.Component;
import dev.slipway.api.security.Caller;
import dev.slipway.api.server.ServerService;
import dev.slipway.ui.shell.live.Live;
import jakarta.inject.Singleton;

/// Makes the previews of pages.
@Singleton
class OrderPreviews {
  private final ServerService servers;
  private final Live live;

  OrderPreviews(ServerService servers, Live live) {
    this.servers = servers;
    this.live = live;
  }

  /// The preview of one page of somebody.
  OrderPreview on(Component page, Caller caller, OrderPreview.Answers answers) {
    return new OrderPreview(live, page, request -> servers.preview(caller, request), answers);
  }
}
