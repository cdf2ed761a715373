package dev.slipway.activities.provider;

import dev.slipway.workflows.address.Addresses;
import dev.slipway.workflows.capacity.Reservation;
import dev.slipway.workflows.capacity.Room;
import dev.slipway.workflows.server.ServerSize;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A provider as seen at one of its locations: what makes, finds and removes machines there.
///
/// No method waits for the provider's work: what takes time is started, polled and read in separate
/// calls. Every method that makes something takes a key, labels what it makes with it, and makes it
/// at most once however often and from however many threads it is called. Failures are told as
/// [ProviderException] with a class; *retry* below is who calls again.
///
/// Every method:
///
/// | condition | class | retry |
/// |---|---|---|
/// | the credential is refused | `AUTH` | a person |
/// | the credential may not do this | `PERMISSION` | a person |
/// | too many requests | `RATE_LIMITED`, with the time the provider names | after waiting |
/// | connection refused, service unavailable | `PROVIDER_DOWN` | after waiting |
/// | an answer that cannot be read, a server error | `TRANSIENT`, nothing was done | at once |
/// | no answer in time | `UNKNOWN_OUTCOME` | at once, after a look by key |
/// | the provider has no such function | `UNSUPPORTED` | a person |
public interface ComputeProvider {

  /// What the provider can do; asked before an order, never half way. Never fails.
  Set<Capability> capabilities();

  /// What can be ordered at the location.
  ///
  /// Fails as every method does.
  Catalogue catalogue();

  /// Whether there is room for a machine at this moment. Holds none and promises none; asked while
  /// somebody thinks of an order.
  ///
  /// | condition | class | retry |
  /// |---|---|---|
  /// | the provider cannot tell without trying | –, `UNKNOWN` | – |
  Room roomFor(ServerSize size);

  /// Holds room for a machine.
  ///
  /// | condition | class | retry |
  /// |---|---|---|
  /// | the key holds room already | –, that reservation | – |
  /// | no host has room | `CAPACITY` | a person |
  /// | the account's limit is reached | `QUOTA` | a person |
  Reservation reserve(ServerSize size, Owner owner, String key);

  /// The reservation of a key. Fails as every method does.
  Found<Reservation> findReservation(String key);

  /// Frees room.
  ///
  /// | condition | class | retry |
  /// |---|---|---|
  /// | no such reservation, or freed before | –, success | – |
  void releaseReservation(String externalId);

  /// Allocates addresses, all that are wanted or none.
  ///
  /// | condition | class | retry |
  /// |---|---|---|
  /// | the key has addresses already | –, those | – |
  /// | the pool of a family is empty | `CAPACITY` | a person |
  /// | the account's limit is reached | `QUOTA` | a person |
  AllocatedAddresses allocateAddresses(Set<AddressFamily> families, Owner owner, String key);

  /// The addresses of a key. Fails as every method does.
  Found<AllocatedAddresses> findAddresses(String key);

  /// Gives addresses back.
  ///
  /// | condition | class | retry |
  /// |---|---|---|
  /// | no such addresses, or given back before | –, success | – |
  void releaseAddresses(String externalId);

  /// Begins an operation and returns as soon as the provider accepted it.
  ///
  /// | condition | class | retry |
  /// |---|---|---|
  /// | the key made a machine already, a wreck included | –, that machine and its task | – |
  /// | the key began this change already, and it did not fail | –, the same task | – |
  /// | delete: no such machine | –, success without a task | – |
  /// | start a running machine, stop a stopped one | –, success without a task | – |
  /// | any other: no such machine | `NOT_FOUND` | a person |
  /// | another task holds the machine | `LOCKED` | after waiting |
  /// | create: no room, or a reservation that is gone | `CAPACITY` | a person |
  /// | the image, size, address or network is refused | `INVALID` | a person |
  /// | the account's limit is reached | `QUOTA` | a person |
  Started start(Operation operation, String key);

  /// How a task stands. A task the provider does not know is [TaskState.Lost], never a failure:
  /// then the resource itself is read.
  ///
  /// Fails as every method does.
  TaskState poll(String taskRef);

  /// The machine of a key, whatever its state, one that failed to build included.
  ///
  /// Fails as every method does.
  Found<ProviderMachine> find(String key);

  /// The machine of an external id, whatever its state.
  ///
  /// @return empty when there is none, or it was deleted
  Optional<ProviderMachine> read(String externalId);

  /// Whether a machine runs and answers.
  ///
  /// | condition | class | retry |
  /// |---|---|---|
  /// | no such machine | `NOT_FOUND` | a person |
  boolean verify(String externalId);

  /// Labels a machine as somebody's, so that [#find] finds it by the key.
  ///
  /// | condition | class | retry |
  /// |---|---|---|
  /// | it has these labels already | –, success | – |
  /// | no such machine | `NOT_FOUND` | a person |
  /// | it, or the key, belongs to something else | `CONFLICT` | a person |
  void label(String externalId, Owner owner, String key);

  /// Takes our labels off a machine and leaves it as it is.
  ///
  /// | condition | class | retry |
  /// |---|---|---|
  /// | no such machine, or no such labels | –, success | – |
  void unlabel(String externalId);

  /// What can be ordered at a location.
  ///
  /// @param images codes of images
  record Catalogue(List<String> images) {

    public Catalogue {
      images = List.copyOf(images);
    }
  }

  /// Addresses that were allocated together.
  ///
  /// @param externalId the provider's id of the allocation
  record AllocatedAddresses(String externalId, Addresses addresses) {}
}
