package dev.slipway.ui.server;

import static dev.slipway.ui.shell.Wording.text;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.grid.Grid.SelectionMode;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.slipway.ui.shell.Live;
import dev.slipway.ui.shell.RowList;
import dev.slipway.workflows.server.ServerFilter.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The servers as rows, or as cards where it is narrow.
final class ServerGrid extends Composite<Div> {
  private static final String STATUS =
      """
      <span class="sw-status ${item.colour}"><vaadin-icon class="${item.glyphClasses}" \
      src="icons.svg" .symbol="${item.glyph}" aria-hidden="true"></vaadin-icon>\
      <span>${item.word}</span></span>\
      """;
  private static final String NAME =
      """
      <span class="sw-row tight"><a class="sw-cell-name" href="${item.path}" router-link \
      title="${item.name}">${item.name}</a>${item.locked ? html`<vaadin-icon class="sw-icon \
      sw-lock" src="icons.svg" .symbol="${'lock'}" role="img" aria-label="${item.locked}" \
      title="${item.locked}"></vaadin-icon>` : ''}</span>\
      """;
  private static final String LABELS =
      """
      <span class="sw-row tight" title="${item.labels}">${item.tags.map(each => \
      html`<span class="sw-tag sw-ellipsis">${each}</span>`)}</span>\
      """;
  private static final String ADDRESS =
      """
      ${item.ipv4 ? html`<span class="sw-copyable"><span class="sw-mono">${item.ipv4}</span>\
      <button class="sw-ib" data-copy="${item.ipv4}" data-copied="${item.copied}" \
      title="${item.copy}" aria-label="${item.copy}"><vaadin-icon class="sw-icon" \
      src="icons.svg" .symbol="${'copy'}"></vaadin-icon></button></span>` \
      : html`<span class="sw-quiet">${item.notYet}</span>`}\
      """;
  private static final String IMAGE =
      """
      <span class="sw-row"><span class="sw-os" aria-hidden="true">${item.os}</span>\
      <span class="sw-ellipsis">${item.image}</span></span>\
      """;
  private static final String AGE =
      """
      <sw-elapsed since="${item.since}" now="${item.now}" units="${item.units}" coarse>\
      </sw-elapsed>\
      """;
  private static final String ACTION =
      """
      ${item.action ? html`<a class="sw-cell-action" href="${item.action}" router-link>\
      <span class="${item.actionColour}"><vaadin-icon class="${item.actionGlyphClasses}" \
      src="icons.svg" .symbol="${item.actionGlyph}" aria-hidden="true"></vaadin-icon></span>\
      <span class="sw-ellipsis">${item.doing}</span></a>` : ''}\
      """;
  private static final String CARD =
      """
      <div class="sw-card-row"><span class="sw-row between">%s%s</span>\
      <span class="sw-row between">%s<span class="sw-meta">${item.plan} · ${item.place}</span></span>\
      %s</div>\
      """
          .formatted(NAME, STATUS, ADDRESS, ACTION);

  private final ServerCells cells;
  private final RowList<ServerRow> rows = new RowList<>(row -> row.server().id());
  private final Grid<ServerRow> grid = new Grid<>();
  private final List<Column<ServerRow>> columns = new ArrayList<>();
  private final List<Column<ServerRow>> lesser = new ArrayList<>();
  private final Column<ServerRow> name;
  private final Column<ServerRow> age;
  private final Column<ServerRow> card;
  private @Nullable Sort shown;

  ServerGrid(boolean isOperator, Live live) {
    this.cells = new ServerCells(isOperator, live);
    grid.addThemeName("compact");
    grid.setSelectionMode(SelectionMode.NONE);
    grid.getElement().setAttribute("aria-label", text("servers.title"));
    column("servers.column.status", STATUS, "118px");
    name = sortable(column("servers.column.name", NAME, "").setFlexGrow(1));
    column("servers.column.address", ADDRESS, "156px");
    column("servers.column.plan", "<span>${item.plan}</span>", "70px");
    column("servers.column.place", "<span class=\"sw-ellipsis\">${item.place}</span>", "110px");
    lesser.add(column("servers.column.image", IMAGE, "140px"));
    lesser.add(column("servers.column.labels", LABELS, "140px"));
    age = sortable(column("servers.column.age", AGE, "92px"));
    lesser.add(age);
    column("servers.column.action", ACTION, "220px");
    card = grid.addColumn(cells.on(LitRenderer.of(CARD))).setFlexGrow(1);
    card.setVisible(false);
    grid.setDataProvider(rows);
    getContent().addClassName("sw-grid");
    getContent().add(grid);
  }

  private Column<ServerRow> column(String key, String template, String width) {
    var column =
        grid.addColumn(cells.on(LitRenderer.of(template))).setHeader(text(key)).setKey(key);
    column.setFlexGrow(0);
    if (!width.isEmpty()) {
      column.setWidth(width);
    }
    columns.add(column);
    return column;
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
  void fit(boolean isNarrow, boolean isWide) {
    columns.forEach(column -> column.setVisible(!isNarrow));
    lesser.forEach(column -> column.setVisible(!isNarrow && isWide));
    card.setVisible(isNarrow);
    grid.getElement().getClassList().set("cards", isNarrow);
  }

  void show(List<ServerRow> listed, Sort sort) {
    if (sort != shown) {
      shown = sort;
      grid.sort(orders(sort));
    }
    rows.show(listed);
  }

  /// Two letters that stand for an image.
  static String mark(String image) {
    var letters = image.substring(0, Math.min(2, image.length()));
    return letters.substring(0, 1).toUpperCase(Locale.ROOT) + letters.substring(1);
  }
}
