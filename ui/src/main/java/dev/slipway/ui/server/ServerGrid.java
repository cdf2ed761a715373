package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.grid.Grid.SelectionMode;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.slipway.ui.server.ServerLook.Form;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.ui.shell.part.RowList;
import dev.slipway.workflows.server.ServerFilter.Sort;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The servers as rows or as cards, as one likes it; as cards where it is narrow.
final class ServerGrid extends Composite<Div> {
  private static final String COMPACT = "compact";

  private final boolean isOperator;
  private final ServerCells cells;
  private final RowList<ServerRow> rows = new RowList<>(row -> row.server().id());
  private final Grid<ServerRow> grid = new Grid<>();
  private final Map<ServerColumn, Column<ServerRow>> columns = new EnumMap<>(ServerColumn.class);
  private final Column<ServerRow> name;
  private final Column<ServerRow> age;
  private final Column<ServerRow> card;
  private final ServerCards cards;
  private ServerLook look = ServerLook.USUAL;
  private boolean isNarrow;
  private boolean isWide = true;
  private List<ServerRow> listed = List.of();
  private @Nullable Sort shown;

  ServerGrid(boolean isOperator, Live live) {
    this.isOperator = isOperator;
    this.cells = new ServerCells(isOperator, live);
    this.cards = new ServerCards(isOperator, live);
    grid.setSelectionMode(SelectionMode.NONE);
    grid.getElement().setAttribute("aria-label", text("servers.title"));
    for (ServerColumn column : ServerColumn.values()) {
      columns.put(column, added(column));
    }
    name = sortable(grid.getColumnByKey(ServerColumn.NAME.label()).setFlexGrow(1));
    age = sortable(grid.getColumnByKey(ServerColumn.AGE.label()));
    card = grid.addColumn(cells.on(LitRenderer.of(ServerColumn.CARD))).setFlexGrow(1);
    grid.setDataProvider(rows);
    getContent().addClassName("sw-grid");
    getContent().add(grid, cards);
    arrange();
  }

  private Column<ServerRow> added(ServerColumn column) {
    var added =
        grid.addColumn(cells.on(LitRenderer.of(column.template())))
            .setHeader(text(column.label()))
            .setKey(column.label())
            .setFlexGrow(0);
    if (!column.width().isEmpty()) {
      added.setWidth(column.width());
    }
    return added;
  }

  /// The rows come in the order of the list; the column only says and asks for it.
  private static Column<ServerRow> sortable(Column<ServerRow> column) {
    return column.setComparator((_, _) -> 0);
  }

  /// What to do when other orders of the list are asked for.
  void onSort(Consumer<Sort> asked) {
    grid.addSortListener(change -> {
      if (change.isFromClient()) {
        shown = null;
        asked.accept(sort(change.getSortOrder()));
      }
    });
  }

  private Sort sort(List<GridSortOrder<ServerRow>> orders) {
    if (orders.isEmpty()) {
      return ServerQuery.ALL.sort();
    }
    var order = orders.getFirst();
    boolean isUp = order.getDirection() == SortDirection.ASCENDING;
    if (order.getSorted().equals(name)) {
      return isUp ? Sort.NAME_ASC : Sort.NAME_DESC;
    }
    return isUp ? Sort.CREATED_AT_DESC : Sort.CREATED_AT_ASC; // the newest has the least age
  }

  private List<GridSortOrder<ServerRow>> orders(Sort sort) {
    return switch (sort) {
      case NAME_ASC -> GridSortOrder.asc(name).build();
      case NAME_DESC -> GridSortOrder.desc(name).build();
      case CREATED_AT_DESC -> GridSortOrder.asc(age).build();
      case CREATED_AT_ASC -> GridSortOrder.desc(age).build();
    };
  }

  /// Fits the width: cards where it is narrow, fewer columns where it is not wide.
  void fit(boolean narrow, boolean wide) {
    isNarrow = narrow;
    isWide = wide;
    arrange();
  }

  /// Shows the servers as somebody likes it.
  void as(ServerLook other) {
    look = other;
    arrange();
  }

  private void arrange() {
    boolean areCards = !isNarrow && look.form() == Form.CARDS;
    columns.forEach((column, added) -> added.setVisible(!isNarrow && isShown(column)));
    card.setVisible(isNarrow);
    grid.getElement().getClassList().set("cards", isNarrow);
    grid.getElement().getThemeList().set(COMPACT, look.form() != Form.REGULAR);
    grid.setVisible(!areCards);
    cards.setVisible(areCards);
    fill();
  }

  private boolean isShown(ServerColumn column) {
    return column.isFor(isOperator)
        && !look.hidden().contains(column)
        && (isWide || !column.isLesser());
  }

  void show(List<ServerRow> others, Sort sort) {
    listed = List.copyOf(others);
    if (sort != shown) {
      shown = sort;
      grid.sort(orders(sort));
    }
    fill();
  }

  private void fill() {
    rows.show(listed);
    cards.show(cards.isVisible() ? listed : List.of());
  }

  /// Two letters that stand for an image.
  static String mark(String image) {
    var letters = image.substring(0, Math.min(2, image.length()));
    return letters.substring(0, 1).toUpperCase(Locale.ROOT) + letters.substring(1);
  }
}
