package dev.slipway.api.http;

import dev.slipway.workflows.page.Page;
import org.jspecify.annotations.Nullable;

/// What stands beside a list.
@Wire
public record ListMeta(Pagination pagination) {

  /// Where a part stands in its list.
  ///
  /// @param total exact up to 1,000, null above
  /// @param totalAtLeast the total, or 1,000 when there are more
  /// @param lastPage from 1, null when the total is not exact
  /// @param nextPage null on the last page
  /// @param previousPage null on the first page, the last page past the end
  @Wire
  public record Pagination(
      int page,
      int perPage,
      @Nullable Long total,
      long totalAtLeast,
      @Nullable Long lastPage,
      @Nullable Integer nextPage,
      @Nullable Integer previousPage) {}

  /// The place of a page.
  public static ListMeta of(Page<?> page) {
    int number = page.request().page();
    int size = page.request().perPage();
    boolean isExact = page.isTotalExact();
    return new ListMeta(
        new Pagination(
            number,
            size,
            isExact ? page.total() : null,
            Math.min(page.total(), Page.EXACT_UP_TO),
            isExact ? (long) page.last() : null,
            page.hasNext() ? number + 1 : null,
            number > 1 ? Math.min(number - 1, page.last()) : null));
  }
}
