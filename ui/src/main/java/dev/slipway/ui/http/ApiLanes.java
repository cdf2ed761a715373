package dev.slipway.ui.http;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// Hands requests to the API so that those that wait for a change never take the connections of
/// those that do not, and neither those of who watches over Slipway.
final class ApiLanes extends Handler.Sequence {
  static final int QUICK = 1_024;
  private static final int WATCHING = 256;

  private static final Pattern WATCHED = Pattern.compile("/(?:health|metrics)(?:/.*)?");
  private static final Pattern STREAM = Pattern.compile("/api/.*/events/*");

  /// The parameter of a long poll however it is written; whatever only looks like it may wait, too.
  private static final Pattern POLL =
      Pattern.compile("(?:^|[?&;])(?:w|%77)(?:a|%61)(?:i|%69)(?:t|%74)(?:$|[=&;])");

  /// @param silence as of [ApiProxy]
  /// @param waiting how many requests may wait at once
  ApiLanes(URI target, Duration silence, int waiting) {
    super(
        lane(ApiLanes::watches, WATCHING, target, silence),
        lane(ApiLanes::waits, waiting, target, silence),
        lane(_ -> true, QUICK, target, silence));
  }

  private static ApiLane lane(
      Predicate<Request> isMine, int connections, URI target, Duration silence) {
    return new ApiLane(isMine, connections, new ApiProxy(target, silence, connections));
  }

  private static boolean watches(Request request) {
    return WATCHED.matcher(pathOf(request)).matches();
  }

  private static boolean waits(Request request) {
    return STREAM.matcher(pathOf(request)).matches() || isPoll(request.getHttpURI().getQuery());
  }

  // one that has none was refused before
  private static String pathOf(Request request) {
    return Objects.requireNonNullElse(request.getHttpURI().getCanonicalPath(), "/");
  }

  private static boolean isPoll(@Nullable String query) {
    return query != null && POLL.matcher(query).find();
  }
}
