package dev.slipway.ui.http;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.server.communication.PushConnectionFactory;
import java.io.Serial;

/// Gives each page its connection; Vaadin finds it as a service.
public final class PanelPush implements PushConnectionFactory {

  @Serial private static final long serialVersionUID = 1;

  @Override
  public PushConnection apply(UI ui) {
    return new PanelPushConnection(ui);
  }
}
