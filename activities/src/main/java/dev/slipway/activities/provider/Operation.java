package dev.slipway.activities.provider;

import dev.slipway.workflows.address.Addresses;
import dev.slipway.workflows.server.ServerSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something a provider begins at once and finishes later. A machine is named by the provider's id.
public sealed interface Operation {

  /// Work on a machine that stays.
  sealed interface Change extends Operation {

    /// The provider's id of the machine.
    String machine();
  }

  /// Makes a machine.
  ///
  /// @param name its name as ordered
  /// @param image the image's code
  /// @param networks codes of the networks it joins
  /// @param reservation the provider's id of the room it takes, null where rooms are not held
  /// @param sshKeys the keys it accepts, as lines of `authorized_keys`
  /// @param userData what it runs at its first start, null for nothing
  record Create(
      String name,
      ServerSize size,
      String image,
      @Nullable String reservation,
      Addresses addresses,
      List<String> networks,
      List<String> sshKeys,
      @Nullable UserData userData,
      Owner owner)
      implements Operation {

    public Create {
      networks = List.copyOf(networks);
      sshKeys = List.copyOf(sshKeys);
    }
  }

  /// Sets host name, addresses, networks and keys; the same twice is one.
  record Configure(
      String machine,
      String hostName,
      Addresses addresses,
      List<String> networks,
      List<String> sshKeys)
      implements Change {

    public Configure {
      networks = List.copyOf(networks);
      sshKeys = List.copyOf(sshKeys);
    }
  }

  /// Switches a machine on.
  record Start(String machine) implements Change {}

  /// Switches a machine off.
  record Stop(String machine) implements Change {}

  /// Switches a machine off and on.
  record Reset(String machine) implements Change {}

  /// Gives a machine another size.
  record Resize(String machine, ServerSize size) implements Change {}

  /// Puts an image on a machine; what is on it is lost.
  record Rebuild(String machine, String image) implements Change {}

  /// Keeps the state of a machine's disk. The id of what is kept is that of [Started].
  record Snapshot(String machine, String name) implements Change {}

  /// Keeps a copy of a machine's disk elsewhere. The id of what is kept is that of [Started].
  record Backup(String machine) implements Change {}

  /// Puts what a snapshot or a backup kept back on a machine.
  ///
  /// @param kept the provider's id of the snapshot or backup
  record Restore(String machine, String kept) implements Change {}

  /// Deletes a machine, in whatever state; a task on it ends.
  record Delete(String machine) implements Operation {}

  /// What a machine runs at its first start; it may hold secrets, so it never prints.
  record UserData(String text) {

    @Override
    public String toString() {
      return "***";
    }
  }
}
