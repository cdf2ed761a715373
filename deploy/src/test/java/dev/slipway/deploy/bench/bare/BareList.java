package dev.slipway.deploy.bench.bare;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The JSON of a list of servers, field by field.
@Serdeable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record BareList(List<Item> servers, Meta meta) {

  @Serdeable(naming = SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Item(
      String id,
      String tenantId,
      String name,
      String status,
      @Nullable String action,
      @Nullable String actionStatus,
      String plan,
      Size size,
      String image,
      String location,
      List<String> networks,
      @Nullable String ipv4,
      @Nullable String ipv6,
      Map<String, String> labels,
      @JsonProperty("protected") boolean isProtected,
      boolean rescue,
      @Nullable Instant stateObservedAt,
      Instant createdAt,
      Instant updatedAt) {}

  @Serdeable(naming = SnakeCaseStrategy.class)
  record Size(int vcpus, int memoryMib, int diskGib) {}

  @Serdeable(naming = SnakeCaseStrategy.class)
  record Meta(Pagination pagination) {}

  /// The bare list counts nothing, so it tells no total.
  @Serdeable(naming = SnakeCaseStrategy.class)
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Pagination(
      int page,
      int perPage,
      @Nullable Long total,
      long totalAtLeast,
      @Nullable Long lastPage,
      @Nullable Integer nextPage,
      @Nullable Integer previousPage) {}

  static BareList of(List<BareServer> rows, int perPage) {
    return new BareList(
        rows.stream().map(BareList::item).toList(),
        new Meta(new Pagination(1, perPage, null, perPage, null, 2, null)));
  }

  private static Item item(BareServer row) {
    return new Item(
        row.id(),
        row.tenantId(),
        row.name(),
        row.status(),
        null,
        null,
        row.plan(),
        new Size(row.vcpus(), row.memoryMib(), row.diskGib()),
        row.image(),
        row.location(),
        row.networks(),
        row.ipv4(),
        row.ipv6(),
        row.labels(),
        row.isProtected(),
        false,
        row.stateObservedAt(),
        row.createdAt(),
        row.updatedAt());
  }
}
