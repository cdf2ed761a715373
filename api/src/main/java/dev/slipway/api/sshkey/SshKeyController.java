package dev.slipway.api.sshkey;

import dev.slipway.api.http.Idempotency;
import dev.slipway.api.http.ListMeta;
import dev.slipway.api.http.Once;
import dev.slipway.api.http.PageQuery;
import dev.slipway.api.http.Reply;
import dev.slipway.api.security.Caller;
import dev.slipway.api.security.Callers;
import dev.slipway.api.security.Permitted;
import dev.slipway.workflows.sshkey.SshKey;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Routes of SSH keys.
@Tag(name = "SSH keys")
@Controller("/api/v1/ssh_keys")
@Permitted(Permission.SERVERS_VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SshKeyController implements SshKeyOperations {

  private final SshKeyService keys;
  private final Callers callers;
  private final Idempotency idempotency;

  SshKeyController(SshKeyService keys, Callers callers, Idempotency idempotency) {
    this.keys = keys;
    this.callers = callers;
    this.idempotency = idempotency;
  }

  /// The keys of the caller's tenant, by name.
  @Override
  public SshKeyList list(@Nullable String page, @Nullable String size) {
    var found = keys.list(callers.current(), PageQuery.of(page, size));
    return new SshKeyList(found.items().stream().map(SshKeyBody::of).toList(), ListMeta.of(found));
  }

  /// Stores a public key: Ed25519, ECDSA or RSA from 2048 bits, and those of security keys. 409
  /// `uniqueness_error` when name or key are there.
  @Override
  @Permitted(Permission.SERVERS_MANAGE)
  public HttpResponse<SshKeyAnswer> create(@Nullable String key, SshKeyInput input) {
    Caller caller = callers.current();
    return idempotency.once(
        new Once(caller, "POST /ssh_keys", "", key, input),
        SshKeyAnswer.class,
        receipt -> {
          var stored =
              keys.create(
                  caller, input.name(), input.publicKey(), made -> receipt.accept(created(made)));
          return created(stored);
        });
  }

  private static Reply<SshKeyAnswer> created(SshKey stored) {
    return new Reply<>(201, null, new SshKeyAnswer(SshKeyBody.of(stored)));
  }

  /// Removes a key. Servers keep it, and orders that were accepted with it still get it.
  @Override
  @Permitted(Permission.SERVERS_MANAGE)
  public HttpResponse<Void> delete(String id) {
    keys.delete(callers.current(), id);
    return HttpResponse.noContent();
  }
}
