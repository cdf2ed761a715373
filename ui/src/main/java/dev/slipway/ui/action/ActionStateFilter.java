package dev.slipway.ui.action;

import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.action.ActionStatus;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The states one can filter actions by. What is queued waits, be it for a moment or for its time.
enum ActionStateFilter {
  ALL(null),
  RUNNING(Tone.BUSY, ActionStatus.RUNNING),
  WAITING(Tone.WAITING, ActionStatus.QUEUED, ActionStatus.WAITING),
  PARKED(Tone.PARKED, ActionStatus.PARKED),
  DONE(Tone.DONE, ActionStatus.SUCCEEDED),
  ENDED(Tone.UNDONE, ActionStatus.ABORTED, ActionStatus.FAILED);

  private final @Nullable Tone tone;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
  private final Set<ActionStatus> statuses;

  ActionStateFilter(@Nullable Tone tone, ActionStatus... statuses) {
    this.tone = tone;
    this.statuses = Set.of(statuses);
  }

  static ActionStateFilter ofCode(String code) {
    return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst().orElse(ALL);
  }

  Optional<Tone> tone() {
    return Optional.ofNullable(tone);
  }

  Set<ActionStatus> statuses() {
    return statuses.isEmpty() ? EnumSet.noneOf(ActionStatus.class) : statuses;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String label() {
    return "actions.filter." + code();
  }
}
