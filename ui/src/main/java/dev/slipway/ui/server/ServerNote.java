package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.action.ActionNavigation;
import dev.slipway.ui.action.ActionWords;
import dev.slipway.ui.shell.part.Note;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionStatus;
import dev.slipway.workflows.action.WaitKind;
import dev.slipway.workflows.server.ServerStatus;

/// What concerns all of a server: that it is delayed, waits, failed or is gone.
final class ServerNote extends Div {

  ServerNote() {
    setVisible(false);
  }

  void show(ServerReading reading) {
    removeAll();
    var action = reading.row().action();
    if (action != null && action.status() == ActionStatus.PARKED) {
      add(note(Tone.PARKED, key("server.note.parked", reading), action, reading));
    } else if (action != null && isWorthSaying(action)) {
      add(note(Tone.WAITING, key("server.note.waiting", reading), action, reading));
    } else if (reading.server().status() == ServerStatus.FAILED) {
      add(new Note(Tone.FAILED, text("server.note.failed")));
    } else if (reading.server().status() == ServerStatus.DESTROYED) {
      add(new Note(Tone.UNDONE, text("server.note.destroyed")));
    }
    setVisible(getChildren().findAny().isPresent());
  }

  /// What begins in a moment is not.
  private static boolean isWorthSaying(Action action) {
    var waiting = action.waitingOn();
    return action.status() == ActionStatus.WAITING
        || (waiting != null && waiting.kind() == WaitKind.NOT_BEFORE);
  }

  private static String key(String key, ServerReading reading) {
    return key + (reading.isOperator() ? "" : ".tenant");
  }

  private static Note note(Tone tone, String key, Action action, ServerReading reading) {
    var waiting = action.waitingOn();
    var why = waiting == null ? "" : ActionWords.waits(waiting, reading.isOperator());
    var words = new Span(text(key, why) + " ");
    var link = new Anchor(ActionNavigation.path(action.id()), text("server.note.look"));
    link.getElement().setAttribute("router-link", true);
    return new Note(tone, words, link);
  }
}
