package dev.slipway.activities.temporal;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Where Temporal is and how this process uses it.
///
/// @param address host and port of its frontend
/// @param namespace the namespace to work in
/// @param webUi its own UI, null where it has none
/// @param panel where people reach the panel, as `https://cloud.example`, for links in Temporal's
///   UI; null for the address this process serves it at
/// @param mode `external`, `local` or `memory`
/// @param silentAfter how long an action may go without a write before its run is looked at
/// @param watchEvery how often a worker looks for actions that went without a write for too long
/// @param worker whether this process runs workflows and activities
/// @param starter whether this process starts the workflows of what it accepts; else a process with
///   a worker does, within two seconds
/// @param maxConcurrent how many activities run at a time
/// @param startPatience how long a starting worker waits for a Temporal that is away
@ConfigurationProperties("slipway.temporal")
public record TemporalConfiguration(
    @Bindable(defaultValue = "127.0.0.1:7233") String address,
    @Bindable(defaultValue = "default") String namespace,
    @Nullable String webUi,
    @Nullable String panel,
    @Bindable(defaultValue = "external") String mode,
    @Bindable(defaultValue = "2m") Duration silentAfter,
    @Bindable(defaultValue = TemporalConfiguration.USUAL_WATCH) Duration watchEvery,
    @Bindable(defaultValue = "true") boolean worker,
    @Bindable(defaultValue = "true") boolean starter,
    @Bindable(defaultValue = "200") int maxConcurrent,
    @Bindable(defaultValue = "5m") Duration startPatience) {

  /// How often the worker looks, unless told otherwise.
  static final String USUAL_WATCH = "30s";

  /// Whether the engine is on this machine.
  public boolean isBeside() {
    return !mode.equals("external");
  }

  /// Whether the engine forgets everything when its process ends.
  public boolean isForgetful() {
    return mode.equals("memory");
  }
}
