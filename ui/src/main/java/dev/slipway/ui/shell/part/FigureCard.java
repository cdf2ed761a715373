package dev.slipway.ui.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;

/// One number with its name, and what explains it.
public final class FigureCard extends Section {

  /// @param unit what the number counts, or what it is a part of; may be empty
  public FigureCard(String name, String number, String unit, Component... below) {
    addClassNames("sw-panel", "sw-figure-card");
    var label = new Span(name);
    label.addClassName("sw-micro");
    var figure = new Span(number);
    figure.addClassName("sw-figure");
    var of = new Span(unit);
    of.addClassName("sw-quiet");
    var line = new Div(figure, of);
    line.addClassName("sw-figure-line");
    add(label, line);
    add(below);
  }

  /// A quiet line under a number.
  public static Div note(String words) {
    var note = new Div(words);
    note.addClassNames("sw-meta", "sw-second");
    return note;
  }
}
