package dev.slipway.ui.server;

import dev.slipway.ui.shell.Tone;
import dev.slipway.workflows.server.ServerStatus;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// The states one can filter the list by.
enum StateFilter {
  ALL(Tone.OK),
  RUNNING(Tone.OK, ServerStatus.RUNNING),
  OFF(Tone.OFF, ServerStatus.STOPPED),
  PROGRESS(Tone.BUSY, ServerStatus.QUEUED, ServerStatus.PROVISIONING),
  FAILED(Tone.FAILED, ServerStatus.FAILED);

  private final Tone tone;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
  private final Set<ServerStatus> statuses;

  StateFilter(Tone tone, ServerStatus... statuses) {
    this.tone = tone;
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

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String label() {
    return "servers.filter." + code();
  }
}
