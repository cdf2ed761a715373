package dev.slipway.deploy.browser;

import java.util.List;

/// What it means that a page is forbidden, and so who reads it otherwise. Nothing else says so.
///
/// Every role of today has the permissions of the pages that tenants read, so nobody who has signed
/// in could be shown that he lacks one there.
enum Forbidden {
  /// For everybody: what is refused there is a wrong password.
  WRONG_PASSWORD(Reader.STRANGER, "is wrong", List.of(Reader.STRANGER)),
  /// For all who have signed in; the others are asked to.
  SIGNED_OUT(Reader.STRANGER, "Sign in", List.of(Reader.TENANT, Reader.OPERATOR)),
  /// For those whose thing it shows; to others it looks as if it were not there.
  NOT_THEIRS(Reader.OTHER_TENANT, "There is nothing here", List.of(Reader.TENANT, Reader.OPERATOR)),
  /// For operators; a tenant is told that he may not open it.
  NO_PERMISSION(Reader.TENANT, "You may not open this page", List.of(Reader.OPERATOR));

  private final Reader refused;
  private final String says;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes it so
  private final List<Reader> readers;

  Forbidden(Reader refused, String says, List<Reader> readers) {
    this.refused = refused;
    this.says = says;
    this.readers = readers;
  }

  /// Who is refused.
  Reader refused() {
    return refused;
  }

  /// What he reads.
  String says() {
    return says;
  }

  /// Who is not refused.
  List<Reader> readers() {
    return readers;
  }
}
