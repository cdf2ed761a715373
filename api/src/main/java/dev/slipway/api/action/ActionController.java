package dev.slipway.api.action;

import dev.slipway.api.http.FieldErrors;
import dev.slipway.api.http.Idempotency;
import dev.slipway.api.http.ListMeta;
import dev.slipway.api.http.Once;
import dev.slipway.api.http.PageQuery;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.Reply;
import dev.slipway.api.http.Words;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.Permitted;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionFilter;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.ActionType;
import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Routes of actions.
@Tag(name = "Actions")
@Controller("/api/v1")
@Permitted(Permission.ACTIONS_VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ActionController implements ActionOperations {

  static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final ActionService actions;
  private final LongPolls polls;
  private final ActionAnswers answers;
  private final Idempotency idempotency;

  ActionController(
      ActionService actions, LongPolls polls, ActionAnswers answers, Idempotency idempotency) {
    this.actions = actions;
    this.polls = polls;
    this.answers = answers;
    this.idempotency = idempotency;
  }

  /// Actions, newest first.
  @Override
  public ActionList list(ActionQuery query) {
    var errors = new FieldErrors();
    PageRequest page = PageQuery.of(query.page(), query.size(), errors);
    Set<ActionStatus> statuses =
        Words.all("status", query.status(), ActionController::status, errors);
    Optional<ActionType> type = Words.one("type", query.type(), ActionType::ofCode, errors);
    if (query.sort() != null && !query.sort().equals("created_at:desc")) {
      errors.add("/sort", "unknown", "Actions are sorted by created_at:desc.");
    }
    errors.throwIfAny();
    var filter = new ActionFilter(statuses, type.orElse(null), query.resource(), query.tenant());
    Caller caller = answers.caller();
    return listOf(caller, actions.list(caller, filter, page));
  }

  private static Optional<ActionStatus> status(String word) {
    return Arrays.stream(ActionStatus.values())
        .filter(status -> status.code().equals(word))
        .findFirst();
  }

  private ActionList listOf(Caller caller, Page<Action> page) {
    return new ActionList(
        page.items().stream().map(action -> answers.bodyOf(caller, action)).toList(),
        ListMeta.of(page));
  }

  /// Actions of a server, newest first.
  @Override
  public ActionList ofServer(String id, @Nullable String page, @Nullable String size) {
    Caller caller = answers.caller();
    answers.requireServer(caller, id);
    var filter = new ActionFilter(Set.of(), null, id, null);
    return listOf(caller, actions.list(caller, filter, PageQuery.of(page, size)));
  }

  /// An action; with `wait` (`1s` to `30s`) at its next change.
  @Override
  public ActionBody get(String id, @Nullable String longest) {
    Caller caller = answers.caller();
    ActionId action = ActionIds.of(id);
    Duration wait = waitOf(longest);
    return answers.wrapped(
        caller,
        wait.isZero() ? actions.find(caller, action) : polls.waitForChange(caller, action, wait));
  }

  private static Duration waitOf(@Nullable String given) {
    if (given == null) {
      return Duration.ZERO;
    }
    if (given.matches("[0-9]{1,2}s?")) {
      Duration wait = Duration.ofSeconds(Long.parseLong(given.replace("s", "")));
      if (wait.isPositive() && wait.compareTo(LONGEST_WAIT) <= 0) {
        return wait;
      }
    }
    throw ProblemException.invalid("/wait", "out_of_range", "wait is 1s to 30s.");
  }

  /// Gives the action a command.
  @Override
  public HttpResponse<ActionBody> command(String id, @Nullable String key, CommandInput input) {
    Caller caller = answers.caller();
    ActionId action = ActionIds.of(id);
    var once = new Once(caller, "POST /actions/{id}/commands", id, key, input);
    return idempotency.once(
        once,
        ActionBody.class,
        receipt -> {
          Action after = actions.command(caller, action, input.toRequest(), once.updateId());
          return new Reply<>(202, "/api/v1/actions/" + id, answers.wrapped(caller, after));
        });
  }
}
