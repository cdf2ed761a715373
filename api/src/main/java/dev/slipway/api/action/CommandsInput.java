package dev.slipway.api.action;

import dev.slipway.api.http.Among;
import dev.slipway.api.http.JsonInput;
import dev.slipway.api.http.Needed;
import dev.slipway.api.http.Vocabulary;
import dev.slipway.api.http.Wire;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A command for several actions.
@Wire
record CommandsInput(
    @Needed @Among(Vocabulary.COMMAND_ASKED) @Nullable String command,
    @Nullable Integer parking,
    @Nullable String step,
    @Nullable Map<String, Object> inputs,
    @Nullable String externalId,
    @Nullable String reason,
    @Needed @Nullable List<String> actionIds)
    implements JsonInput {

  CommandRequest toRequest() {
    return new CommandInput(command, parking, step, inputs, externalId, reason).toRequest();
  }
}
