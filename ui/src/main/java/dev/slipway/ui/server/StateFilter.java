package dev.slipway.ui.server;

import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.server.ServerCount;
import dev.slipway.workflows.server.ServerProgress;
import dev.slipway.workflows.server.ServerStatus;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The states one can filter the list by. What waits or is delayed is not in progress.
enum StateFilter {
  ALL(Tone.OK, null),
  RUNNING(Tone.OK, null, ServerStatus.RUNNING),
  OFF(Tone.OFF, null, ServerStatus.STOPPED),
  PROGRESS(Tone.BUSY, ServerProgress.UNHINDERED, ServerStatus.QUEUED, ServerStatus.PROVISIONING),
  WAITING(Tone.WAITING, ServerProgress.WAITING),
  DELAYED(Tone.PARKED, ServerProgress.DELAYED),
  FAILED(Tone.FAILED, null, ServerStatus.FAILED);

  private final Tone tone;
  private final @Nullable ServerProgress progress;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable copy
  private final Set<ServerStatus> statuses;

  StateFilter(Tone tone, @Nullable ServerProgress progress, ServerStatus... statuses) {
    this.tone = tone;
    this.progress = progress;
    this.statuses = Set.of(statuses);
  }

  /// The filter of a word in the address; empty for an unknown one.
  static Optional<StateFilter> ofCode(String code) {
    return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
  }

  /// The filter that shows the servers of a state in the words of the API; empty where none does.
  static Optional<StateFilter> ofStatus(String code) {
    var status = ServerStatus.ofCode(code);
    return status.equals(Optional.of(ServerStatus.QUEUED))
        ? Optional.of(WAITING)
        : status.flatMap(
            asked -> Stream.of(values()).filter(each -> each.statuses.contains(asked)).findFirst());
  }

  Tone tone() {
    return tone;
  }

  Set<ServerStatus> statuses() {
    return statuses;
  }

  /// How what is done to those goes on that it shows; null for whichever.
  @Nullable ServerProgress progress() {
    return progress;
  }

  /// Whether it shows these.
  boolean isOf(ServerCount alike) {
    return (statuses.isEmpty() || statuses.contains(alike.status()))
        && (progress == null || progress == alike.progress());
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String label() {
    return "servers.filter." + code();
  }
}
