package dev.slipway.api.server;

import dev.slipway.api.http.FieldErrors;
import dev.slipway.workflows.catalog.ServerPlan;
import dev.slipway.workflows.catalog.SizeBounds;
import dev.slipway.workflows.server.ServerSize;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// The size an order asks for: the plan's, or its own within the plan's bounds.
final class OrderSize {

  private OrderSize() {}

  static ServerSize of(ServerPlan plan, OrderRequest.@Nullable OwnSize own, FieldErrors errors) {
    if (own == null) {
      return plan.size();
    }
    SizeBounds bounds = plan.custom();
    if (bounds == null) {
      errors.add("/size", "fixed", plan.name() + " has a fixed size.");
      return plan.size();
    }
    ServerSize usual = plan.size();
    return new ServerSize(
        within("vcpus", own.vcpus(), usual.vcpus(), bounds, ServerSize::vcpus, errors),
        within(
            "memory_mib",
            own.memoryMib(),
            usual.memoryMib(),
            bounds,
            ServerSize::memoryMib,
            errors),
        within("disk_gib", own.diskGib(), usual.diskGib(), bounds, ServerSize::diskGib, errors));
  }

  private static int within(
      String field,
      @Nullable Integer given,
      int usual,
      SizeBounds bounds,
      ToIntFunction<ServerSize> part,
      FieldErrors errors) {
    if (given == null) {
      return usual;
    }
    int least = part.applyAsInt(bounds.min());
    int most = part.applyAsInt(bounds.max());
    if (given < least || given > most) {
      errors.add("/size/" + field, "out_of_range", field + " is " + least + " to " + most + ".");
      return usual;
    }
    return given;
  }
}
