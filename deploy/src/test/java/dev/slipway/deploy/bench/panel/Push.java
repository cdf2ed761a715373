package dev.slipway.deploy.bench.panel;

import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Hears what the panel tells a page unasked.
final class Push implements WebSocket.Listener {

  private static final Pattern NUMBER = Pattern.compile("\"syncId\":(\\d+)");

  private final AtomicInteger seen;
  private final StringBuilder part = new StringBuilder();
  private volatile @Nullable String failure;

  /// @param seen the number of the last message of the panel that the page knows
  Push(AtomicInteger seen) {
    this.seen = seen;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean isLast) {
    part.append(text);
    if (isLast) {
      hear(part.toString());
      part.setLength(0);
    }
    socket.request(1);
    return null;
  }

  private void hear(String message) {
    if (message.contains("\"appError\"") || message.contains("\"resynchronize\"")) {
      failure = message;
    }
    Matcher number = NUMBER.matcher(message);
    while (number.find()) {
      int heard = Integer.parseInt(number.group(1));
      seen.accumulateAndGet(heard, Math::max);
    }
  }

  @Override
  public void onError(WebSocket socket, Throwable thrown) {
    failure = thrown.toString();
  }

  void expectWell() {
    if (failure != null) {
      throw new AssertionError("pushed: " + failure);
    }
  }
}
