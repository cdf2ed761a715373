package dev.slipway.api.action;

import dev.slipway.api.http.Wire;
import io.swagger.v3.oas.annotations.media.Schema;

/// An action, wrapped by its noun.
///
/// @param action a [TenantAction] for tenants, an [OperatorAction] for operators
@Wire
public record ActionBody(
    @Schema(oneOf = {TenantAction.class, OperatorAction.class}) Object action) {}
