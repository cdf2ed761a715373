package dev.slipway.api.action;

import dev.slipway.api.http.Wire;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/// A history, handed on as Temporal wrote it. What is in an event is Temporal's to change.
///
/// @param events oldest first; each has `eventId`, `eventTime`, `eventType` and what its type needs
@Wire
@Schema(additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
record EngineHistory(List<Map<String, Object>> events) {}
