package dev.slipway.workflows.tenant;

import java.util.function.Supplier;

/// Opens transactions whose first statement binds them to a scope. A repository called outside sees
/// no tenant-owned row at all. Nested calls join the outer transaction and its scope.
public interface Transactions {

  /// Runs work in one transaction; any exception rolls it back.
  ///
  /// @throws StorageUnavailableException when the database does not answer
  <T> T in(Scope scope, Supplier<T> work);

  /// Like [#in], but the commit does not wait for the disk: for projections, which the next write
  /// mends.
  <T> T relaxedIn(Scope scope, Supplier<T> work);

  /// Reads without a transaction: each statement is one of its own and sees what was committed when
  /// it began, as it would in a transaction, too. The database refuses to write. Transactions
  /// opened inside keep the scope.
  ///
  /// @throws StorageUnavailableException when the database does not answer
  <T> T reading(Scope scope, Supplier<T> work);
}
