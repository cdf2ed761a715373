package dev.slipway.api.action;

import dev.slipway.api.http.Among;
import dev.slipway.api.http.JsonInput;
import dev.slipway.api.http.Needed;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.Vocabulary;
import dev.slipway.api.http.Wire;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A command in the body of a request.
@Wire
record CommandInput(
    @Needed @Among(Vocabulary.COMMAND_ASKED) @Nullable String command,
    @Nullable Integer parking,
    @Nullable String step,
    @Nullable Map<String, Object> inputs,
    @Nullable String externalId,
    @Nullable String reason)
    implements JsonInput {

  CommandRequest toRequest() {
    if (command == null || command.isBlank()) {
      throw ProblemException.invalid("/command", "required", "Name a command.");
    }
    return new CommandRequest(command, parking, step, inputs, externalId, reason);
  }
}
