package dev.slipway.ui.server;

import dev.slipway.ui.shell.Tone;
import dev.slipway.workflows.server.ServerStatus;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The states one can filter the list by. What is delayed is not in progress.
enum StateFilter {
  ALL(Tone.OK, null),
  RUNNING(Tone.OK, null, ServerStatus.RUNNING),
  OFF(Tone.OFF, null, ServerStatus.STOPPED),
  PROGRESS(Tone.BUSY, false, ServerStatus.QUEUED, ServerStatus.PROVISIONING),
  DELAYED(Tone.PARKED, true),
  FAILED(Tone.FAILED, null, ServerStatus.FAILED);

  private final Tone tone;
  private final @Nullable Boolean delayed;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
  private final Set<ServerStatus> statuses;

  StateFilter(Tone tone, @Nullable Boolean delayed, ServerStatus... statuses) {
    this.tone = tone;
    this.delayed = delayed;
    this.statuses = Set.of(statuses);
  }

  /// The filter of a word in the address; every unknown word means all.
  static StateFilter ofCode(String code) {
    return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst().orElse(ALL);
  }

  Tone tone() {
    return tone;
  }

  Set<ServerStatus> statuses() {
    return statuses;
  }

  /// Whether only what waits for a person is shown, or only what does not; null for both.
  @Nullable Boolean delayed() {
    return delayed;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String label() {
    return "servers.filter." + code();
  }
}
