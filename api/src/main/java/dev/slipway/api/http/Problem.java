package dev.slipway.api.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.workflows.action.ActionId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A refusal as RFC 9457 wants it.
///
/// @param type `/problems/` and the code
/// @param instance the path that was asked for
/// @param errors what is wrong with which field
/// @param allowed the commands that would be allowed; absent unless it is about a command
/// @param actionId the action that is in the way; absent unless it is `locked`
@Wire
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    @Among(Vocabulary.PROBLEM) String code,
    boolean retryable,
    String correlationId,
    List<Fault> errors,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Among(Vocabulary.COMMAND)
        @Nullable List<String> allowed,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String actionId) {

  /// One field that is not valid.
  @Wire
  public record Fault(String pointer, String code, String detail) {}

  /// A refusal of a request.
  public static Problem of(ProblemException refusal, String instance, String correlationId) {
    ProblemType type = refusal.type();
    ActionId action = refusal.action();
    return new Problem(
        type.uri(),
        type.title(),
        type.status(),
        refusal.detail(),
        instance,
        type.code(),
        type.isRetryable(),
        correlationId,
        refusal.errors().stream()
            .map(error -> new Fault(error.pointer(), error.code(), error.detail()))
            .toList(),
        refusal.allowed(),
        action == null ? null : action.value());
  }
}
