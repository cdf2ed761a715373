package dev.slipway.workflows.page;

import java.util.List;
import java.util.function.Function;

/// A part of a list.
///
/// @param <T> the row
/// @param items the rows, in the list's order
/// @param total how many there are; exact up to [#EXACT_UP_TO] and where no row follows these, else
///   at least one more than there are up to the end of this part
public record Page<T>(List<T> items, PageRequest request, long total) {

  /// Up to here totals are counted, wherever the part lies.
  public static final int EXACT_UP_TO = 1_000;

  public Page {
    items = List.copyOf(items);
  }

  /// The part of a list that is there as a whole.
  public static <T> Page<T> of(List<T> all, PageRequest request) {
    return new Page<>(
        all.stream().skip(request.offset()).limit(request.perPage()).toList(), request, all.size());
  }

  /// The same part with other rows in place of these.
  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(items.stream().map(change).toList(), request, total);
  }

  /// Whether the total is exact whatever part was asked for.
  public boolean isTotalExact() {
    return total <= EXACT_UP_TO;
  }

  /// Whether it lies beyond the end of a list that has rows.
  public boolean isBeyondEnd() {
    return items.isEmpty() && last() < request.page();
  }

  /// The number of the last page that is known to have rows; 1 for an empty list. It is the last of
  /// all where [#hasNext] is false.
  public int last() {
    return (int) Math.max(1, Math.ceilDiv(total, request.perPage()));
  }

  /// Whether a page follows.
  public boolean hasNext() {
    return request.offset() + items.size() < total;
  }
}
