package dev.slipway.api.server;

import dev.slipway.api.http.Among;
import dev.slipway.api.http.Vocabulary;
import dev.slipway.api.http.Wire;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerSize;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A server.
///
/// @param networks codes of the networks it joins
/// @param action the running action's id, null when none
/// @param rescue whether it runs from a rescue image
@Wire
@Schema(name = "Server")
record ServerResponse(
    String id,
    String tenantId,
    String name,
    @Among(Vocabulary.SERVER_STATUS) String status,
    @Nullable String action,
    @Among(Vocabulary.ACTION_STATUS) @Nullable String actionStatus,
    String plan,
    SizeBody size,
    String image,
    String location,
    List<String> networks,
    @Nullable String ipv4,
    @Nullable String ipv6,
    Map<String, String> labels,
    @com.fasterxml.jackson.annotation.JsonProperty("protected") boolean isProtected,
    boolean rescue,
    @Nullable Instant stateObservedAt,
    Instant createdAt,
    Instant updatedAt) {

  /// What it is made of.
  @Wire
  @Schema(name = "ServerSize")
  record SizeBody(int vcpus, int memoryMib, int diskGib) {

    static SizeBody of(ServerSize size) {
      return new SizeBody(size.vcpus(), size.memoryMib(), size.diskGib());
    }
  }

  static ServerResponse of(Server server) {
    var action = server.action();
    var actionStatus = server.actionStatus();
    return new ServerResponse(
        server.id().value(),
        server.tenantId().value(),
        server.name().value(),
        server.status().code(),
        action == null ? null : action.value(),
        actionStatus == null ? null : actionStatus.code(),
        server.plan(),
        SizeBody.of(server.size()),
        server.image(),
        server.location(),
        server.networks(),
        server.ipv4(),
        server.ipv6(),
        server.labels(),
        server.isProtected(),
        false,
        server.stateObservedAt(),
        server.createdAt(),
        server.updatedAt());
  }
}
