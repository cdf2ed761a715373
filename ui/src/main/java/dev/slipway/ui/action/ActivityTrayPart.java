package dev.slipway.ui.action;

import com.vaadin.flow.component.Component;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.HeaderPart;
import dev.slipway.ui.shell.live.Live;
import jakarta.inject.Singleton;

/// The activity tray in the header of every page.
@Singleton
final class ActivityTrayPart implements HeaderPart {
  private final SignedIn signedIn;
  private final ActionListReader reader;
  private final Live live;

  ActivityTrayPart(SignedIn signedIn, ActionListReader reader, Live live) {
    this.signedIn = signedIn;
    this.reader = reader;
    this.live = live;
  }

  @Override
  public int position() {
    return 20;
  }

  @Override
  public Component create() {
    return new ActivityTray(signedIn.caller(), reader, live);
  }
}
