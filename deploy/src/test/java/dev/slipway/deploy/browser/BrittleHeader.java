package dev.slipway.deploy.browser;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.slipway.ui.shell.HeaderPart;
import java.util.concurrent.atomic.AtomicBoolean;

/// A part of the frame that can be broken, and with it every frame; nothing is seen of it.
final class BrittleHeader implements HeaderPart {
  private final AtomicBoolean isBroken = new AtomicBoolean();

  @Override
  public int position() {
    return Integer.MAX_VALUE;
  }

  @Override
  public Component create() {
    if (isBroken.get()) {
      throw new IllegalStateException("the frame is broken by a test");
    }
    var nothing = new Div();
    nothing.setVisible(false);
    return nothing;
  }

  void whileBroken(Runnable work) {
    isBroken.set(true);
    try {
      work.run();
    } finally {
      isBroken.set(false);
    }
  }
}
