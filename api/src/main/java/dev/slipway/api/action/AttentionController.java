package dev.slipway.api.action;

import dev.slipway.api.http.Correlation;
import dev.slipway.api.http.FieldErrors;
import dev.slipway.api.http.Idempotency;
import dev.slipway.api.http.ListMeta;
import dev.slipway.api.http.Once;
import dev.slipway.api.http.PageQuery;
import dev.slipway.api.http.Problem;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.Reply;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.Permitted;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.Assignee;
import dev.slipway.workflows.action.AttentionGroup;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Routes of what needs attention.
@Tag(name = "Operators")
@Controller("/api/v1/admin/attention")
@Permitted(Permission.ACTIONS_REPAIR)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AttentionController implements AttentionOperations {

  private static final int MOST_AT_ONCE = 100;

  private final ActionService actions;
  private final ActionAnswers answers;
  private final Assignees assignees;
  private final Idempotency idempotency;

  AttentionController(
      ActionService actions, ActionAnswers answers, Assignees assignees, Idempotency idempotency) {
    this.actions = actions;
    this.answers = answers;
    this.assignees = assignees;
    this.idempotency = idempotency;
  }

  /// Parked actions by cause, the oldest group first.
  @Override
  public AttentionList list(@Nullable String page, @Nullable String size) {
    Caller caller = answers.caller();
    var groups = actions.attention(caller, PageQuery.of(page, size));
    return new AttentionList(
        groups.items().stream().map(group -> bodyOf(caller, group)).toList(), ListMeta.of(groups));
  }

  private GroupBody bodyOf(Caller caller, AttentionGroup group) {
    return new GroupBody(
        group.cause().code(),
        group.provider(),
        group.step(),
        group.count(),
        group.oldestAt(),
        group.assignee(),
        group.actions().stream().map(action -> answers.bodyOf(caller, action)).toList());
  }

  /// Gives actions to an operator, by id or e-mail address, or to nobody (null).
  @Override
  public AssignedBody assign(AssignInput input) {
    Assignee assignee = assignees.of(input.assignee()).orElse(null);
    return new AssignedBody(actions.assign(answers.caller(), idsOf(input.actionIds()), assignee));
  }

  /// Gives several actions the same command.
  @Override
  public HttpResponse<ResultList> command(@Nullable String key, CommandsInput input) {
    Caller caller = answers.caller();
    List<ActionId> ids = idsOf(input.actionIds());
    var once = new Once(caller, "POST /admin/attention/commands", "", key, input);
    return idempotency.once(
        once,
        ResultList.class,
        receipt -> {
          var requests = new LinkedHashMap<ActionId, CommandRequest>();
          ids.forEach(id -> requests.put(id, input.toRequest()));
          var results = actions.commandAll(caller, requests, once.updateId());
          var bodies = results.stream().map(AttentionController::bodyOf).toList();
          return new Reply<>(200, null, new ResultList(bodies));
        });
  }

  private static ResultBody bodyOf(CommandResult result) {
    String id = result.action().value();
    ProblemException refusal = result.problem();
    return refusal == null
        ? new ResultBody(id, 202, null)
        : new ResultBody(
            id,
            refusal.type().status(),
            Problem.of(refusal, "/api/v1/actions/" + id + "/commands", Correlation.current()));
  }

  private static List<ActionId> idsOf(@Nullable List<String> given) {
    if (given == null || given.isEmpty() || given.size() > MOST_AT_ONCE) {
      throw ProblemException.invalid(
          "/action_ids", "length", "Name 1 to " + MOST_AT_ONCE + " actions.");
    }
    var errors = new FieldErrors();
    var ids = new LinkedHashSet<ActionId>();
    for (int i = 0; i < given.size(); i++) {
      addId(given.get(i), "/action_ids/" + i, ids, errors);
    }
    errors.throwIfAny();
    return List.copyOf(ids);
  }

  private static void addId(String given, String at, Set<ActionId> ids, FieldErrors errors) {
    try {
      ids.add(new ActionId(given));
    } catch (IllegalArgumentException none) {
      errors.add(at, "pattern", at + " must be the id of an action, such as act_01m5x.");
    }
  }
}
