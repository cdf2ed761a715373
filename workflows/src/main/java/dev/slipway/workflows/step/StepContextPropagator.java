package dev.slipway.workflows.step;

import io.temporal.api.common.v1.Payload;
import io.temporal.common.context.ContextPropagator;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Carries the [StepContext] from the workflow to the activity in a header.
public final class StepContextPropagator implements ContextPropagator {

  private static final String HEADER = "slipway-step";
  private static final ThreadLocal<@Nullable StepContext> CURRENT = new ThreadLocal<>();

  /// The context of the call this thread makes or serves, empty outside steps.
  public static Optional<StepContext> current() {
    return Optional.ofNullable(CURRENT.get());
  }

  static void set(@Nullable StepContext context) {
    if (context == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(context);
    }
  }

  @Override
  public String getName() {
    return HEADER;
  }

  @Override
  public Map<String, Payload> serializeContext(@Nullable Object context) {
    if (context == null) {
      return Map.of();
    }
    return WireJson.CONVERTER
        .toPayload(context)
        .map(payload -> Map.of(HEADER, payload))
        .orElse(Map.of());
  }

  @Override
  public @Nullable Object deserializeContext(Map<String, Payload> header) {
    Payload payload = header.get(HEADER);
    return payload == null
        ? null
        : WireJson.CONVERTER.fromPayload(payload, StepContext.class, StepContext.class);
  }

  @Override
  public @Nullable Object getCurrentContext() {
    return CURRENT.get();
  }

  @Override
  public void setCurrentContext(@Nullable Object context) {
    set((StepContext) context);
  }
}
