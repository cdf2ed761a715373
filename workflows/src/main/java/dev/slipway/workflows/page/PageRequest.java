package dev.slipway.workflows.page;

/// Which part of a list.
///
/// @param page from 1
/// @param perPage 1 to 100
public record PageRequest(int page, int perPage) {

  /// The most rows of a page.
  public static final int MAX_PER_PAGE = 100;

  /// What a caller gets who does not say.
  public static final PageRequest FIRST = new PageRequest(1, 25);

  /// @throws IllegalArgumentException when out of bounds
  public PageRequest {
    if (page < 1 || perPage < 1 || perPage > MAX_PER_PAGE) {
      throw new IllegalArgumentException("page is at least 1, per_page 1 to " + MAX_PER_PAGE);
    }
  }

  /// How many rows come before.
  public long offset() {
    return (page - 1L) * perPage;
  }
}
