package dev.slipway.deploy.bench.bare;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row with the columns of a server.
@MappedEntity
record BareServer(
    @Id String id,
    String tenantId,
    String name,
    String status,
    String plan,
    int vcpus,
    int memoryMib,
    int diskGib,
    String image,
    String location,
    @TypeDef(type = DataType.STRING_ARRAY) List<String> networks,
    @Nullable String ipv4,
    @Nullable String ipv6,
    @TypeDef(type = DataType.JSON) Map<String, String> labels,
    @MappedProperty("protected") boolean isProtected,
    @Nullable Instant stateObservedAt,
    Instant createdAt,
    Instant updatedAt) {}
