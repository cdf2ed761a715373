package dev.slipway.api.sshkey;

import dev.slipway.api.http.FieldErrors;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.sshkey.SshKey;
import dev.slipway.workflows.sshkey.SshKeyId;
import dev.slipway.workflows.sshkey.SshKeys;
import dev.slipway.workflows.sshkey.SshPublicKey;
import dev.slipway.workflows.tenant.IdSource;
import dev.slipway.workflows.tenant.Permission;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps the SSH keys of the caller's own tenant. Throws [ProblemException], or an exception that
/// [ProblemException#of] turns into one.
@Singleton
public class SshKeyService {

  private static final int MOST = 100;

  private final Transactions transactions;
  private final SshKeys keys;
  private final IdSource ids;
  private final Clock clock;

  SshKeyService(Transactions transactions, SshKeys keys, IdSource ids, Clock clock) {
    this.transactions = transactions;
    this.keys = keys;
    this.ids = ids;
    this.clock = clock;
  }

  /// A page of keys, by name.
  public Page<SshKey> list(Caller caller, PageRequest page) {
    caller.require(Permission.SERVERS_VIEW);
    return transactions.reading(caller.scope(), () -> keys.list(caller.tenant(), page));
  }

  /// The names of the keys of these ids, those of removed keys too; ids the caller does not see are
  /// left out.
  public Map<SshKeyId, String> names(Caller caller, Collection<SshKeyId> ids) {
    caller.require(Permission.SERVERS_VIEW);
    return transactions.reading(caller.scope(), () -> keys.names(ids));
  }

  /// Stores a public key in OpenSSH's form.
  ///
  /// @throws ProblemException `invalid_input`, `resource_limit_exceeded` beyond 100 keys
  /// @throws dev.slipway.workflows.sshkey.SshKeyTakenException when name or key are there
  public SshKey create(Caller caller, @Nullable String name, @Nullable String publicKey) {
    return create(caller, name, publicKey, stored -> {});
  }

  /// Stores a public key in OpenSSH's form.
  ///
  /// @param receipt runs in the transaction that stores it
  /// @throws ProblemException `invalid_input`, `resource_limit_exceeded` beyond 100 keys
  /// @throws dev.slipway.workflows.sshkey.SshKeyTakenException when name or key are there
  SshKey create(
      Caller caller, @Nullable String name, @Nullable String publicKey, Consumer<SshKey> receipt) {
    caller.require(Permission.SERVERS_MANAGE);
    SshKey key = checked(caller, name, publicKey);
    return transactions.in(
        caller.scope(),
        () -> {
          if (keys.countOf(caller.tenant()) >= MOST) {
            throw new ProblemException(
                ProblemType.RESOURCE_LIMIT_EXCEEDED, "You have " + MOST + " keys already.");
          }
          keys.create(key);
          receipt.accept(key);
          return key;
        });
  }

  private SshKey checked(Caller caller, @Nullable String name, @Nullable String publicKey) {
    var errors = new FieldErrors();
    Optional<SshPublicKey> read = publicKey(publicKey, errors);
    Optional<SshKey> key = read.flatMap(given -> named(caller, name, given, errors));
    if (read.isEmpty() && (name == null || name.isBlank())) {
      errors.add("/name", "required", "Give the key a name.");
    }
    errors.throwIfAny();
    return key.orElseThrow();
  }

  private static Optional<SshPublicKey> publicKey(@Nullable String given, FieldErrors errors) {
    if (given == null || given.isBlank()) {
      errors.add("/public_key", "required", "Give the public key.");
      return Optional.empty();
    }
    try {
      return Optional.of(SshPublicKey.parse(given));
    } catch (IllegalArgumentException wrong) {
      errors.add("/public_key", "invalid_key", wrong.getMessage() + ".");
      return Optional.empty();
    }
  }

  private Optional<SshKey> named(
      Caller caller, @Nullable String name, SshPublicKey read, FieldErrors errors) {
    try {
      return Optional.of(
          new SshKey(
              new SshKeyId(ids.next(SshKeyId.PREFIX)),
              caller.tenant(),
              name == null ? "" : name,
              read,
              clock.instant().truncatedTo(ChronoUnit.MICROS)));
    } catch (IllegalArgumentException wrong) {
      errors.add("/name", "invalid_name", wrong.getMessage() + ".");
      return Optional.empty();
    }
  }

  /// Removes a key. Servers keep it, and orders that were accepted with it still get it.
  ///
  /// @throws ProblemException `not_found`, also for another tenant's
  public void delete(Caller caller, String id) {
    caller.require(Permission.SERVERS_MANAGE);
    boolean isDeleted =
        id.matches(SshKeyId.PREFIX + "_[0-9a-z]{1,40}")
            && transactions.in(
                caller.scope(), () -> keys.delete(caller.tenant(), new SshKeyId(id)));
    if (!isDeleted) {
      throw ProblemException.notFound("SSH key " + id);
    }
  }
}
