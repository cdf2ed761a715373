package dev.slipway.ui.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/// A framed part of a page: a heading, and what belongs under it.
public final class Block extends Section {
  private final Div head = new Div();

  /// A block without a heading.
  public Block(Component... content) {
    addClassName("sw-panel");
    add(content);
  }

  /// A block under a heading.
  public static Block titled(String title, Component... content) {
    var block = new Block();
    block.head.addClassName("sw-panel-head");
    block.head.add(new H2(title));
    block.add(block.head);
    block.add(content);
    return block;
  }

  /// Content with space around it.
  public static Div body(Component... content) {
    var body = new Div(content);
    body.addClassName("sw-panel-body");
    return body;
  }

  /// A quiet last line.
  public static Div foot(Component... content) {
    var foot = new Div(content);
    foot.addClassName("sw-panel-foot");
    return foot;
  }

  /// Puts something at the end of the heading.
  public Block withEnd(Component... end) {
    var box = new Span(end);
    box.addClassNames("sw-end", "sw-row", "sw-meta");
    head.add(box);
    return this;
  }

  /// Puts a quiet addition beside the heading's words.
  public Block withBeside(Component beside) {
    head.add(beside);
    return this;
  }

  /// Puts something in front of the heading's words.
  public Block withStart(Component start) {
    head.addComponentAsFirst(start);
    return this;
  }
}
