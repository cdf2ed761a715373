package dev.slipway.activities.catalog;

import dev.slipway.workflows.catalog.Price;
import dev.slipway.workflows.catalog.ServerPlan;
import dev.slipway.workflows.catalog.SizeBounds;
import dev.slipway.workflows.server.ServerSize;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of `plan`; the bounds are all set or all null.
@MappedEntity("plan")
record PlanRow(
    @Id String id,
    String code,
    String name,
    int vcpus,
    int memoryMib,
    int diskGib,
    int trafficGib,
    BigDecimal priceMonthly,
    BigDecimal priceHourly,
    String currency,
    @TypeDef(type = DataType.STRING_ARRAY) List<String> locations,
    @Nullable Integer minVcpus,
    @Nullable Integer minMemoryMib,
    @Nullable Integer minDiskGib,
    @Nullable Integer maxVcpus,
    @Nullable Integer maxMemoryMib,
    @Nullable Integer maxDiskGib,
    boolean active) {

  static PlanRow of(ServerPlan plan) {
    SizeBounds custom = plan.custom();
    return new PlanRow(
        plan.id(),
        plan.code(),
        plan.name(),
        plan.size().vcpus(),
        plan.size().memoryMib(),
        plan.size().diskGib(),
        plan.trafficGib(),
        plan.price().monthly(),
        plan.price().hourly(),
        plan.price().currency(),
        plan.locations(),
        custom == null ? null : custom.min().vcpus(),
        custom == null ? null : custom.min().memoryMib(),
        custom == null ? null : custom.min().diskGib(),
        custom == null ? null : custom.max().vcpus(),
        custom == null ? null : custom.max().memoryMib(),
        custom == null ? null : custom.max().diskGib(),
        plan.isActive());
  }

  ServerPlan toPlan() {
    return new ServerPlan(
        id,
        code,
        name,
        new ServerSize(vcpus, memoryMib, diskGib),
        trafficGib,
        new Price(priceMonthly, priceHourly, currency),
        locations,
        custom(),
        active);
  }

  private @Nullable SizeBounds custom() {
    ServerSize min = size(minVcpus, minMemoryMib, minDiskGib);
    ServerSize max = size(maxVcpus, maxMemoryMib, maxDiskGib);
    return min == null || max == null ? null : new SizeBounds(min, max);
  }

  private static @Nullable ServerSize size(
      @Nullable Integer vcpus, @Nullable Integer memoryMib, @Nullable Integer diskGib) {
    return vcpus == null || memoryMib == null || diskGib == null
        ? null
        : new ServerSize(vcpus, memoryMib, diskGib);
  }
}
