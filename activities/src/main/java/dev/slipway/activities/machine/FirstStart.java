package dev.slipway.activities.machine;

import dev.slipway.activities.provider.Operation;
import dev.slipway.activities.server.ChangedInputs;
import dev.slipway.activities.server.UserData;
import dev.slipway.workflows.machine.CreateMachine;
import dev.slipway.workflows.server.ServerId;
import dev.slipway.workflows.sshkey.SshKeys;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.Transactions;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a machine gets for its first start; the workflow carries ids only.
@Singleton
final class FirstStart {

  private final UserData userData;
  private final SshKeys keys;
  private final Transactions transactions;
  private final ChangedInputs changed;

  FirstStart(UserData userData, SshKeys keys, Transactions transactions, ChangedInputs changed) {
    this.userData = userData;
    this.keys = keys;
    this.transactions = transactions;
    this.changed = changed;
  }

  /// @throws dev.slipway.activities.provider.ProviderException of class `INVALID` when it cannot
  ///   start from the image that an operator named
  void checkImage(CreateMachine request) {
    changed.checkImage(request.server(), request.image());
  }

  Operation.@Nullable UserData userDataOf(CreateMachine request) {
    ServerId server = new ServerId(request.server());
    return transactions
        .in(Scope.PLATFORM, () -> userData.of(server))
        .map(Operation.UserData::new)
        .orElse(null);
  }

  /// The public keys it accepts, as lines of `authorized_keys`.
  List<String> sshKeysOf(CreateMachine request) {
    return request.sshKeys().isEmpty()
        ? List.of()
        : transactions.in(Scope.PLATFORM, () -> keys.lines(request.sshKeys()));
  }
}
