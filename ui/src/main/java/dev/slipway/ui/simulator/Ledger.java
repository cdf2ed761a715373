package dev.slipway.ui.simulator;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.Grid.SelectionMode;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.slipway.ui.action.ActionNavigation;
import dev.slipway.ui.shell.part.RowList;
import dev.slipway.ui.shell.part.Times;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.simulator.SimulatedAddress;
import dev.slipway.workflows.simulator.SimulatedMachine;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Everything the location ever made, what is gone included: the proof of "exactly one".
final class Ledger extends Div {
  private static final String MONO =
      """
      <span class="sw-mono sw-ellipsis" title="${item.value}">${item.value}</span>\
      """;
  private static final String EXTERNAL =
      """
      <span class="sw-copyable"><span class="sw-mono sw-ellipsis" title="${item.value}">${item.value}</span>\
      <button class="sw-ib" type="button" title="${item.copy}" aria-label="${item.copy}" \
      data-copy="${item.value}" data-copied="${item.copied}"><vaadin-icon class="sw-icon" \
      src="icons.svg" .symbol="${'copy'}" aria-hidden="true"></vaadin-icon></button></span>\
      """;
  private static final String ACTION =
      """
      ${item.path ? html`<a class="sw-mono" href="${item.path}" router-link>${item.value}</a>` : ''}\
      """;
  private static final String STATE =
      """
      <span class="sw-status ${item.colour}"><vaadin-icon class="${item.classes}" \
      src="icons.svg" .symbol="${item.glyph}" aria-hidden="true"></vaadin-icon>\
      <span>${item.value}</span></span>\
      """;

  private final RowList<SimulatedMachine> machines = new RowList<>(SimulatedMachine::externalId);
  private final RowList<SimulatedAddress> addresses =
      new RowList<>(each -> each.address() + each.allocatedAt());
  private final Span machineCount = new Span();
  private final Span addressCount = new Span();

  Ledger() {
    addClassName("sw-col");
    add(
        section("ledger.machines", machineCount, machineGrid()),
        section("ledger.addresses", addressCount, addressGrid()));
  }

  private static Section section(String key, Span count, Grid<?> grid) {
    count.addClassNames("sw-end", "sw-meta");
    var head = new Div(new H2(text(key)), count);
    head.addClassName("sw-panel-head");
    grid.addThemeName("compact");
    grid.setSelectionMode(SelectionMode.NONE);
    grid.setAllRowsVisible(true);
    grid.setEmptyStateText(text("ledger.none"));
    grid.getElement().setAttribute("aria-label", text(key));
    grid.addClassName("sw-ledger");
    var section = new Section(head, grid);
    section.addClassName("sw-panel");
    return section;
  }

  private Grid<SimulatedMachine> machineGrid() {
    var grid = new Grid<SimulatedMachine>();
    grid.addColumn(
            LitRenderer.<SimulatedMachine>of(STATE)
                .withProperty("value", SimulatedMachine::state)
                .withProperty("colour", each -> tone(each).colour())
                .withProperty("classes", each -> tone(each).glyphClasses())
                .withProperty("glyph", each -> tone(each).glyph()))
        .setHeader(text("ledger.state"))
        .setWidth("110px")
        .setFlexGrow(0);
    grid.addColumn(SimulatedMachine::name).setHeader(text("ledger.name")).setWidth("150px");
    grid.addColumn(
            LitRenderer.<SimulatedMachine>of(EXTERNAL)
                .withProperty("value", SimulatedMachine::externalId)
                .withProperty("copy", each -> text("copy.external"))
                .withProperty("copied", each -> text("copy.done")))
        .setHeader(text("ledger.external"))
        .setWidth("190px");
    grid.addColumn(
            LitRenderer.<SimulatedMachine>of(ACTION)
                .withProperty("value", SimulatedMachine::actionId)
                .withProperty("path", each -> path(each.actionId())))
        .setHeader(text("ledger.action"))
        .setWidth("250px");
    grid.addColumn(
            LitRenderer.<SimulatedMachine>of(MONO).withProperty("value", SimulatedMachine::key))
        .setHeader(text("ledger.key"))
        .setWidth("180px");
    grid.addColumn(each -> moment(each.createdAt()))
        .setHeader(text("ledger.created"))
        .setWidth("170px")
        .setFlexGrow(0);
    grid.addColumn(each -> moment(each.deletedAt()))
        .setHeader(text("ledger.deleted"))
        .setWidth("170px")
        .setFlexGrow(0);
    grid.setDataProvider(machines);
    return grid;
  }

  private Grid<SimulatedAddress> addressGrid() {
    var grid = new Grid<SimulatedAddress>();
    grid.addColumn(
            LitRenderer.<SimulatedAddress>of(MONO).withProperty("value", SimulatedAddress::address))
        .setHeader(text("ledger.address"))
        .setWidth("220px");
    grid.addColumn(
            LitRenderer.<SimulatedAddress>of(ACTION)
                .withProperty("value", SimulatedAddress::actionId)
                .withProperty("path", each -> path(each.actionId())))
        .setHeader(text("ledger.action"))
        .setWidth("250px");
    grid.addColumn(
            LitRenderer.<SimulatedAddress>of(MONO).withProperty("value", SimulatedAddress::key))
        .setHeader(text("ledger.key"))
        .setWidth("180px");
    grid.addColumn(each -> moment(each.allocatedAt()))
        .setHeader(text("ledger.allocated"))
        .setWidth("170px")
        .setFlexGrow(0);
    grid.addColumn(each -> moment(each.releasedAt()))
        .setHeader(text("ledger.released"))
        .setWidth("170px")
        .setFlexGrow(0);
    grid.setDataProvider(addresses);
    return grid;
  }

  private static Tone tone(SimulatedMachine machine) {
    return switch (machine.state()) {
      case "running" -> Tone.OK;
      case "creating" -> Tone.BUSY;
      case "error" -> Tone.FAILED;
      case "deleted" -> Tone.UNDONE;
      default -> Tone.OFF;
    };
  }

  private static @Nullable String path(@Nullable String action) {
    return action == null || action.isEmpty() ? null : ActionNavigation.path(new ActionId(action));
  }

  private static String moment(@Nullable Instant instant) {
    return instant == null ? "" : Times.moment(instant);
  }

  void show(SimulatorReading reading) {
    machines.show(reading.machines());
    addresses.show(reading.addresses());
    long live = reading.machines().stream().filter(each -> each.deletedAt() == null).count();
    long held = reading.addresses().stream().filter(each -> each.releasedAt() == null).count();
    machineCount.setText(text("ledger.count", live, reading.machines().size()));
    addressCount.setText(text("ledger.count", held, reading.addresses().size()));
  }
}
