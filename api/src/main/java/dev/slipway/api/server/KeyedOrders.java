package dev.slipway.api.server;

import dev.slipway.api.http.Idempotency;
import dev.slipway.api.http.Once;
import dev.slipway.api.http.Reply;
import dev.slipway.api.http.Wire;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.PageLimits;
import dev.slipway.workflows.action.ActionId;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Objects;

/// Orders that come from a form: however often one filled form is sent, it is one order.
@Singleton
public class KeyedOrders {

  private static final String ROUTE = "FORM /servers";

  private final ServerService servers;
  private final Idempotency idempotency;
  private final PageLimits limits;

  KeyedOrders(ServerService servers, Idempotency idempotency, PageLimits limits) {
    this.servers = servers;
    this.idempotency = idempotency;
    this.limits = limits;
  }

  /// What is kept of an order.
  @Wire
  record Kept(String action) {}

  /// Orders a server, unless this form was sent before; the order's action either way.
  ///
  /// @param key the form's own, unique among the tenant's; a refused order leaves it free
  /// @throws dev.slipway.api.http.ProblemException as [ServerService#order], and
  ///   `idempotency_in_progress`, `idempotency_key_reused` when the form was changed,
  ///   `rate_limit_exceeded`
  /// @throws dev.slipway.workflows.server.NameTakenException when the tenant has the name
  public ActionId order(Caller caller, OrderRequest request, String key) {
    limits.change(caller);
    var answer =
        idempotency.once(
            new Once(caller, ROUTE, "", key, OrderInput.of(request)),
            Kept.class,
            receipt ->
                kept(servers.order(caller, request, stored -> receipt.accept(kept(stored)))));
    return new ActionId(Objects.requireNonNull(answer.body(), ROUTE).action());
  }

  private static Reply<Kept> kept(Ordered ordered) {
    return new Reply<>(HttpStatus.CREATED.getCode(), null, new Kept(ordered.action().id().value()));
  }
}
