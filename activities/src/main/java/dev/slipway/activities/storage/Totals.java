package dev.slipway.activities.storage;

import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.page.PageRequest;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/// Counts lists, but never further than a list promises to be exact, or than its page lies: the
/// page has been that far already.
@Singleton
public final class Totals {

  private final Sql sql;

  Totals(Sql sql) {
    this.sql = sql;
  }

  /// A list as its statement has it.
  ///
  /// @param from what is listed, such as `server s`
  /// @param order the list's order, so that the count goes along the list's index: the rows of one
  ///   tenant may lie far behind those of others
  public record Listed(String from, Where where, String order) {

    /// The list's count in brackets, for a statement with the values of `where`.
    public String count(PageRequest request) {
      long end = request.offset() + request.perPage();
      return "(select count(*) from (select from "
          + from
          + " "
          + where.clause()
          + order
          + " limit "
          + (Math.max(Page.EXACT_UP_TO, end) + 1)
          + ") counted)";
    }
  }

  /// An entry from a statement that has the list's count in its column `total`.
  public record Counted<T>(T item, long total) {

    /// Reads such entries.
    public static <T> Row.Reader<Counted<T>> by(Row.Reader<T> reader) {
      return row -> read(row, reader);
    }

    private static <T> Counted<T> read(Row row, Row.Reader<T> reader) throws SQLException {
      return new Counted<>(reader.read(row), row.large("total"));
    }
  }

  /// A page of entries that tell the list's total.
  public <T> Page<T> counted(List<Counted<T>> entries, PageRequest request, Listed list) {
    List<T> items = entries.stream().map(Counted::item).toList();
    return entries.isEmpty()
        ? page(items, request, list)
        : new Page<>(items, request, entries.getFirst().total());
  }

  /// A page whose total is counted only where the page itself does not tell it.
  public <T> Page<T> page(List<T> items, PageRequest request, Listed list) {
    boolean tells = items.size() < request.perPage() && (!items.isEmpty() || request.page() == 1);
    return new Page<>(
        items, request, tells ? request.offset() + items.size() : count(request, list));
  }

  private long count(PageRequest request, Listed list) {
    return sql.of("select " + list.count(request) + " as total")
        .withAll(list.where().values())
        .one(row -> row.large("total"))
        .orElse(0L);
  }
}
