package dev.slipway.deploy.browser;

/// What is shown where no page can be. A view of an error that is not here fails the matrix.
enum ErrorView {
  NOT_FOUND("no/such/page", "There is nothing here"),
  NOT_PERMITTED("engine", "You may not open this page"),
  FAILURE("servers", "The page could not be shown"),
  /// No view at all: the public port answers by itself what nothing behind it could read.
  UNREADABLE("%zz", "This address cannot be read"),
  /// Where the frame around pages fails as well.
  FAILURE_WITHOUT_FRAME("servers", "The page could not be shown");

  private final String path;
  private final String says;

  ErrorView(String path, String says) {
    this.path = path;
    this.says = says;
  }

  /// Where a tenant meets it.
  String path() {
    return "/" + path;
  }

  String says() {
    return says;
  }

  /// The class that shows it.
  String className() {
    return switch (this) {
      case NOT_FOUND -> "NotFoundView";
      case NOT_PERMITTED -> "NotPermittedView";
      case FAILURE -> "FailureView";
      case UNREADABLE -> "EdgePage";
      case FAILURE_WITHOUT_FRAME -> "FailureWithoutFrame";
    };
  }

  /// Whether the ways to all other pages stand around it.
  boolean isFramed() {
    return this != UNREADABLE && this != FAILURE_WITHOUT_FRAME;
  }
}
