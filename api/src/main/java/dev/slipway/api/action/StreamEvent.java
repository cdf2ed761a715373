package dev.slipway.api.action;

import dev.slipway.api.http.Wire;
import org.jspecify.annotations.Nullable;

/// An event of a stream, by the fields of its format.
///
/// @param event `action` or `end`
/// @param id the action's version
/// @param data JSON: an `ActionBody` in an `action`, an object with a `reason` in an `end`
/// @param retry milliseconds to wait before connecting again
@Wire
record StreamEvent(
    @Nullable String event, @Nullable String id, String data, @Nullable Integer retry) {}
