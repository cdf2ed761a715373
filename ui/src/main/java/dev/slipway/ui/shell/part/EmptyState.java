package dev.slipway.ui.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/// What stands where a list or page would be: why it is not there, and what to do about it.
public final class EmptyState extends Div {

  /// An icon, a title and a sentence, under the page's own heading.
  public EmptyState(String icon, String title, String sentence) {
    this(icon, new H2(title), sentence);
  }

  /// One that is all the page has, so its title is the page's heading.
  public static EmptyState alone(String icon, String title, String sentence) {
    return new EmptyState(icon, new H1(title), sentence);
  }

  private EmptyState(String icon, Component title, String sentence) {
    addClassName("sw-empty");
    var frame = new Span(new Symbol(icon));
    frame.addClassName("sw-empty-icon");
    add(frame, title, new Paragraph(sentence));
  }

  /// The tone of its icon.
  public EmptyState toned(String colour) {
    getChildren().findFirst().ifPresent(frame -> frame.addClassName(colour));
    return this;
  }

  /// Buttons under the sentence.
  public EmptyState withButtons(Component... buttons) {
    var row = new Div(buttons);
    row.addClassNames("sw-row", "wrap");
    add(row);
    return this;
  }

  /// An id to name to whoever is asked about it.
  public EmptyState withReference(String label, String id) {
    var name = new Span(label);
    name.addClassName("sw-meta");
    var box = new Div(name, new Copyable(id, Wording.text("copy.id")));
    box.addClassNames("sw-command", "sw-reference");
    add(box);
    return this;
  }

  /// A command that does the same from a terminal.
  public EmptyState withCommand(String command) {
    var shown = new Span(command);
    shown.addClassNames("sw-mono", "sw-ellipsis");
    var box = new Div(shown, new CopyButton(command, Wording.text("copy.command")));
    box.addClassName("sw-command");
    add(box);
    return this;
  }
}
