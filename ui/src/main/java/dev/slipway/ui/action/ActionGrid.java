package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.Column;
import com.vaadin.flow.component.grid.Grid.SelectionMode;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.ui.shell.part.RowList;
import dev.slipway.ui.shell.part.Tone;
import java.util.ArrayList;
import java.util.List;

/// Actions as rows, or as cards where it is narrow.
final class ActionGrid extends Composite<Div> {
  private static final String STATUS =
      """
      <span class="sw-status ${item.colour}"><vaadin-icon class="${item.glyphClasses}" \
      src="icons.svg" .symbol="${item.glyph}" aria-hidden="true"></vaadin-icon>\
      <span class="sw-ellipsis" title="${item.word}">${item.word}</span></span>\
      """;
  private static final String TITLE =
      """
      <a class="sw-cell-name" href="${item.path}" router-link>${item.title}</a>\
      """;
  private static final String AGE =
      """
      <sw-elapsed since="${item.since}" now="${item.now}" units="${item.units}" coarse>\
      </sw-elapsed>\
      """;
  private static final String CARD =
      """
      <div class="sw-card-row"><span class="sw-row between">%s%s</span>\
      <span class="sw-row between"><span class="sw-meta sw-ellipsis">${item.doing}</span>\
      <span class="sw-meta">%s</span></span></div>\
      """
          .formatted(TITLE, STATUS, AGE);

  private final boolean isOperator;
  private final Live live;
  private final RowList<ActionRow> rows = new RowList<>(row -> row.action().id());
  private final Grid<ActionRow> grid = new Grid<>();
  private final List<Column<ActionRow>> columns = new ArrayList<>();
  private final Column<ActionRow> card;

  ActionGrid(boolean isOperator, Live live) {
    this.isOperator = isOperator;
    this.live = live;
    grid.addThemeName("compact");
    grid.setSelectionMode(SelectionMode.NONE);
    grid.getElement().setAttribute("aria-label", text("actions.title"));
    column("actions.column.status", STATUS, isOperator ? "230px" : "190px");
    column("actions.column.action", TITLE, "").setFlexGrow(1);
    if (isOperator) {
      column("actions.column.tenant", "<span>${item.tenant}</span>", "180px");
    }
    column("actions.column.doing", "<span class=\"sw-ellipsis\">${item.doing}</span>", "320px");
    column("actions.column.age", AGE, "100px");
    card = grid.addColumn(values(LitRenderer.of(CARD))).setFlexGrow(1);
    card.setVisible(false);
    grid.setDataProvider(rows);
    getContent().addClassName("sw-grid");
    getContent().add(grid);
  }

  private Column<ActionRow> column(String key, String template, String width) {
    var column = grid.addColumn(values(LitRenderer.of(template))).setHeader(text(key)).setKey(key);
    column.setFlexGrow(0);
    if (!width.isEmpty()) {
      column.setWidth(width);
    }
    columns.add(column);
    return column;
  }

  private LitRenderer<ActionRow> values(LitRenderer<ActionRow> renderer) {
    var units = text("time.units");
    return renderer
        .withProperty("colour", row -> tone(row).colour())
        .withProperty("glyphClasses", row -> tone(row).glyphClasses())
        .withProperty("glyph", row -> tone(row).glyph())
        .withProperty("word", row -> ActionWords.word(row.action(), isOperator))
        .withProperty("path", row -> ActionNavigation.path(row.action().id()))
        .withProperty("title", ActionRow::title)
        .withProperty("tenant", ActionRow::tenant)
        .withProperty("doing", row -> ActionWords.beside(row.action(), isOperator))
        .withProperty("since", row -> String.valueOf(row.action().createdAt().toEpochMilli()))
        .withProperty("now", row -> String.valueOf(live.now().toEpochMilli()))
        .withProperty("units", row -> units);
  }

  private static Tone tone(ActionRow row) {
    return ActionWords.tone(row.action());
  }

  void fit(boolean isNarrow) {
    columns.forEach(column -> column.setVisible(!isNarrow));
    card.setVisible(isNarrow);
    grid.getElement().getClassList().set("cards", isNarrow);
  }

  void show(List<ActionRow> listed) {
    rows.show(listed);
  }
}
