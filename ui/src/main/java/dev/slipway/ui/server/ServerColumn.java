package dev.slipway.ui.server;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The columns of the list, in their order, each with the template of its cells.
enum ServerColumn {
  STATUS(
      "118px",
      """
      <span class="sw-status ${item.colour}"><vaadin-icon class="${item.glyphClasses}" \
      src="icons.svg" .symbol="${item.glyph}" aria-hidden="true"></vaadin-icon>\
      <span>${item.word}</span></span>\
      """),
  NAME(
      "",
      """
      <span class="sw-row tight"><a class="sw-cell-name" href="${item.path}" router-link \
      title="${item.name}">${item.name}</a>${item.locked ? html`<vaadin-icon class="sw-icon \
      sw-lock" src="icons.svg" .symbol="${'lock'}" role="img" aria-label="${item.locked}" \
      title="${item.locked}"></vaadin-icon>` : ''}</span>\
      """),
  TENANT("130px", "<span class=\"sw-ellipsis\">${item.tenant}</span>"),
  ADDRESS(
      "156px",
      """
      ${item.ipv4 ? html`<span class="sw-copyable"><span class="sw-mono">${item.ipv4}</span>\
      <button class="sw-ib" data-copy="${item.ipv4}" data-copied="${item.copied}" \
      title="${item.copy}" aria-label="${item.copy}"><vaadin-icon class="sw-icon" \
      src="icons.svg" .symbol="${'copy'}"></vaadin-icon></button></span>` \
      : html`<span class="sw-quiet">${item.noAddress}</span>`}\
      """),
  PLAN("92px", "<span class=\"sw-ellipsis\">${item.plan}</span>"),
  PLACE("110px", "<span class=\"sw-ellipsis\">${item.place}</span>"),
  IMAGE(
      "140px",
      """
      <span class="sw-row"><span class="sw-os" aria-hidden="true">${item.os}</span>\
      <span class="sw-ellipsis">${item.image}</span></span>\
      """),
  LABELS(
      "140px",
      """
      <span class="sw-row tight" title="${item.labels}">${item.tags.map(each => \
      html`<span class="sw-tag sw-ellipsis">${each}</span>`)}</span>\
      """),
  AGE(
      "92px",
      """
      <sw-elapsed since="${item.since}" now="${item.now}" units="${item.units}" coarse>\
      </sw-elapsed>\
      """),
  ACTION(
      "220px",
      """
      ${item.action ? html`<a class="sw-cell-action" href="${item.action}" router-link>\
      <span class="${item.actionColour}"><vaadin-icon class="${item.actionGlyphClasses}" \
      src="icons.svg" .symbol="${item.actionGlyph}" aria-hidden="true"></vaadin-icon></span>\
      <span class="sw-ellipsis">${item.doing}</span></a>` : ''}\
      """);

  /// Those that the list is of use without.
  static final List<ServerColumn> OPTIONAL =
      Stream.of(values()).filter(ServerColumn::mayHide).toList();

  /// A whole server in one cell, where it is narrow.
  static final String CARD =
      """
      <div class="sw-card-row"><span class="sw-row between">%s%s</span>\
      <span class="sw-row between">%s<span class="sw-meta">${item.plan} · ${item.place}</span></span>\
      ${item.tenant ? html`<span class="sw-meta sw-ellipsis">${item.tenant}</span>` : ''}\
      %s</div>\
      """
          .formatted(NAME.template, STATUS.template, ADDRESS.template, ACTION.template);

  private final String width;
  private final String template;

  ServerColumn(String width, String template) {
    this.width = width;
    this.template = template;
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  String label() {
    return "servers.column." + code();
  }

  /// Empty for the one that takes what is left.
  String width() {
    return width;
  }

  String template() {
    return template;
  }

  /// Whether the list is of use without it.
  boolean mayHide() {
    return this != STATUS && this != NAME;
  }

  /// Whether it tells its reader something: who sees only his own servers knows whose they are.
  boolean isFor(boolean isOperator) {
    return isOperator || this != TENANT;
  }

  /// Whether it goes first where it is not wide.
  boolean isLesser() {
    return this == IMAGE || this == LABELS || this == AGE;
  }
}
