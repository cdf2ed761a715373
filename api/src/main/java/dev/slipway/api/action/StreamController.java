package dev.slipway.api.action;

import dev.slipway.api.security.Caller;
import dev.slipway.api.security.Callers;
import dev.slipway.api.security.Permitted;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// Route of an action's live stream.
@Tag(name = "Actions")
@Controller("/api/v1/actions")
@Permitted(Permission.ACTIONS_VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
final class StreamController implements StreamOperations {

  private final ActionService actions;
  private final ActionStream stream;
  private final SharedReads reads;
  private final Callers callers;

  StreamController(ActionService actions, ActionStream stream, SharedReads reads, Callers callers) {
    this.actions = actions;
    this.stream = stream;
    this.reads = reads;
    this.callers = callers;
  }

  /// The action's changes as server-sent events. It begins with the present state and ends after
  /// the final one; a client that has seen that one gets 204, which tells it to stop. It ends early
  /// with an event `end` when the access token expires or the session is over.
  @Override
  public HttpResponse<Publisher<Event<String>>> events(String id, @Nullable String lastEventId) {
    Caller caller = callers.current();
    ActionId action = ActionIds.of(id);
    Action now = reads.read(() -> actions.find(caller, action));
    long seen = versionOf(lastEventId);
    if (now.status().isFinal() && now.version() == seen) {
      return HttpResponse.noContent();
    }
    var follower = new ActionStream.Follower(caller, callers.session(), action);
    return HttpResponse.<Publisher<Event<String>>>ok(stream.follow(follower, seen))
        .header("Cache-Control", "no-cache")
        .header("X-Accel-Buffering", "no");
  }

  private static long versionOf(@Nullable String lastEventId) {
    return lastEventId != null && lastEventId.matches("[0-9]{1,18}")
        ? Long.parseLong(lastEventId)
        : -1;
  }
}
