package dev.slipway.ui.shell.part;

import com.vaadin.flow.data.provider.ListDataProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The rows of one page of a list. Rows that stay in their place are only drawn anew where they
/// changed, so nothing jumps while one reads.
public final class RowList<T> extends ListDataProvider<T> {
  private final Function<T, Object> id;
  private final List<T> rows;

  /// An empty page.
  ///
  /// @param id what stays the same while a row changes
  public RowList(Function<T, Object> id) {
    this(id, new ArrayList<>());
  }

  private RowList(Function<T, Object> id, List<T> rows) {
    super(rows);
    this.id = id;
    this.rows = rows;
  }

  @Override
  public Object getId(T row) {
    return id.apply(row);
  }

  /// Shows other rows, or the same ones changed.
  public void show(List<T> listed) {
    boolean isSame = rows.stream().map(id).toList().equals(listed.stream().map(id).toList());
    var before = List.copyOf(rows);
    rows.clear();
    rows.addAll(listed);
    if (isSame) {
      listed.stream().filter(row -> !before.contains(row)).forEach(this::refreshItem);
    } else {
      refreshAll();
    }
  }
}
