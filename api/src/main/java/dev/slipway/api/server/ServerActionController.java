package dev.slipway.api.server;

import dev.slipway.api.action.ActionBody;
import dev.slipway.api.http.Idempotency;
import dev.slipway.api.http.Once;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.Words;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.Permitted;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.server.ServerActionKind;
import dev.slipway.workflows.server.ServerId;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Routes of actions on servers.
@Tag(name = "Servers")
@Controller("/api/v1/servers/{id}")
@Permitted(Permission.SERVERS_MANAGE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ServerActionController implements ServerActionOperations {

  private final ServerActions actions;
  private final ServerLanes lanes;
  private final ServerAnswers answers;
  private final Idempotency idempotency;

  ServerActionController(
      ServerActions actions, ServerLanes lanes, ServerAnswers answers, Idempotency idempotency) {
    this.actions = actions;
    this.lanes = lanes;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /// Begins an action on a server: 202 with the action. While another one is at work on it, 409
  /// `locked` with that one's id; with `queue=true` it waits behind it.
  @Override
  public HttpResponse<ActionBody> begin(
      String id,
      String type,
      @Nullable String key,
      @Nullable String queue,
      @Nullable ServerActionInput input) {
    Caller caller = answers.caller();
    ServerId server = ServerIds.of(id);
    ServerActionKind kind =
        ServerActionKind.ofCode(type)
            .orElseThrow(() -> ProblemException.notFound("action type " + type));
    boolean mayQueue = Words.isTrue("queue", queue);
    var request = input == null ? ServerActionRequest.EMPTY : input.toRequest();
    var wish = new ServerActions.Wish(server, kind, request, mayQueue);
    String target = id + "/" + type + (mayQueue ? "?queue=true" : "");
    return idempotency.once(
        new Once(caller, "POST /servers/{id}/actions/{type}", target, key, input),
        ActionBody.class,
        receipt ->
            answers.accepted(
                caller,
                actions.begin(
                    caller, wish, begun -> receipt.accept(answers.accepted(caller, begun)))));
  }

  /// The action at work on a server and those that wait behind it.
  @Override
  @Permitted(Permission.ACTIONS_VIEW)
  public LaneBody lane(String id) {
    Caller caller = answers.caller();
    return answers.lane(caller, lanes.lane(caller, ServerIds.of(id)));
  }

  /// Changes the order of the actions that wait; `order` names all of them, the next one first.
  @Override
  public LaneBody reorder(String id, LaneInput input) {
    Caller caller = answers.caller();
    return answers.lane(caller, lanes.reorder(caller, ServerIds.of(id), orderOf(input.order())));
  }

  private static List<ActionId> orderOf(@Nullable List<String> given) {
    if (given == null) {
      throw ProblemException.invalid("/order", "required", "Name the actions in their new order.");
    }
    List<ActionId> order = new ArrayList<>();
    for (String each : given) {
      try {
        order.add(new ActionId(each));
      } catch (IllegalArgumentException none) {
        throw ProblemException.invalid(
            "/order/" + order.size(), "unknown", "There is no such action.");
      }
    }
    return order;
  }
}
