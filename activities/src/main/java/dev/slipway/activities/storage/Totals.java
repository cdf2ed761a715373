package dev.slipway.activities.storage;

import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.page.PageRequest;
import jakarta.inject.Singleton;
import java.util.List;

/// Counts lists, but never further than a list promises to be exact, or than its page lies: the
/// page has been that far already.
@Singleton
public final class Totals {

  private final Sql sql;

  Totals(Sql sql) {
    this.sql = sql;
  }

  /// A page whose total is counted only where the page itself does not tell it.
  ///
  /// @param from what is listed, such as `server s`
  /// @param order the list's order, so that the count goes along the list's index: the rows of one
  ///   tenant may lie far behind those of others
  public <T> Page<T> page(
      List<T> items, PageRequest request, String from, Where where, String order) {
    boolean tells = items.size() < request.perPage() && (!items.isEmpty() || request.page() == 1);
    return new Page<>(
        items,
        request,
        tells ? request.offset() + items.size() : count(request, from, where, order));
  }

  private long count(PageRequest request, String from, Where where, String order) {
    long end = request.offset() + request.perPage();
    String text =
        "select count(*) as total from (select from "
            + from
            + " "
            + where.clause()
            + order
            + " limit "
            + (Math.max(Page.EXACT_UP_TO, end) + 1)
            + ") counted";
    return sql.of(text).withAll(where.values()).one(row -> row.large("total")).orElse(0L);
  }
}
