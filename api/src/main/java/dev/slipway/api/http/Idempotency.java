package dev.slipway.api.http;

import dev.slipway.api.security.Caller;
import dev.slipway.workflows.idempotency.IdempotencyKeys;
import dev.slipway.workflows.idempotency.IdempotencyKeys.Claim;
import dev.slipway.workflows.idempotency.IdempotencyKeys.Request;
import dev.slipway.workflows.tenant.StorageUnavailableException;
import dev.slipway.workflows.tenant.Transactions;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does a request once: the same key with the same body gets the first answer again. A refused
/// request leaves its key free.
@Singleton
public final class Idempotency {

  /// The header that names a request.
  public static final String HEADER = "Idempotency-Key";

  /// The header that says that an answer was kept from before.
  public static final String REPLAYED = "Idempotency-Replayed";

  private static final Logger LOG = LoggerFactory.getLogger(Idempotency.class);

  private final IdempotencyKeys keys;
  private final Transactions transactions;
  private final JsonMapper json;

  Idempotency(IdempotencyKeys keys, Transactions transactions, JsonMapper json) {
    this.keys = keys;
    this.transactions = transactions;
    this.json = json;
  }

  /// Does the work, unless it was done.
  ///
  /// @param work gets a receipt to call in the transaction of its effect, so that effect and answer
  ///   are kept together; when it does not call it, the answer is kept afterwards
  public <T> MutableHttpResponse<T> once(
      Once once, Class<T> body, Function<Consumer<Reply<T>>, Reply<T>> work) {
    Request request = once.named(json);
    if (request == null) {
      return fresh(work.apply(reply -> {}));
    }
    return switch (keys.claim(request)) {
      case Claim.Granted _ -> fresh(perform(once.caller(), request, work));
      case Claim.Answered answered -> replay(answered, body);
      case Claim.InProgress _ -> throw new ProblemException(ProblemType.IDEMPOTENCY_IN_PROGRESS);
      case Claim.Reused _ -> throw new ProblemException(ProblemType.IDEMPOTENCY_KEY_REUSED);
    };
  }

  private <T> Reply<T> perform(
      Caller caller, Request request, Function<Consumer<Reply<T>>, Reply<T>> work) {
    var isKept = new AtomicBoolean();
    try {
      Reply<T> done =
          work.apply(reply -> {
            keep(request, reply);
            isKept.set(true);
          });
      if (!isKept.get()) {
        transactions.in(
            caller.scope(),
            () -> {
              keep(request, done);
              return done;
            });
      }
      return done;
    } catch (RuntimeException refused) {
      release(request);
      throw refused;
    }
  }

  private void keep(Request request, Reply<?> reply) {
    String location = reply.location();
    keys.answer(request, reply.status(), location == null ? "" : location, text(reply.body()));
  }

  private void release(Request request) {
    try {
      keys.release(request);
    } catch (StorageUnavailableException away) {
      LOG.info("Claim of an idempotency key was left to lapse route={}", request.route());
    }
  }

  private static <T> MutableHttpResponse<T> fresh(Reply<T> reply) {
    return response(reply.status(), reply.location(), reply.body());
  }

  private <T> MutableHttpResponse<T> replay(Claim.Answered answered, Class<T> type) {
    String location = answered.location().isEmpty() ? null : answered.location();
    return response(answered.status(), location, read(answered.body(), type))
        .header(REPLAYED, "true");
  }

  private static <T> MutableHttpResponse<T> response(
      int status, @Nullable String location, T body) {
    MutableHttpResponse<T> response = HttpResponse.<T>status(status, "").body(body);
    return location == null ? response : response.header(HttpHeaders.LOCATION, location);
  }

  private String text(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (IOException broken) {
      throw new UncheckedIOException("writing an answer", broken);
    }
  }

  private <T> T read(String body, Class<T> type) {
    try {
      return json.readValue(body, Argument.of(type));
    } catch (IOException broken) {
      throw new UncheckedIOException("reading a kept answer", broken);
    }
  }
}
