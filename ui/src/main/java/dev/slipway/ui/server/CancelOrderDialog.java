package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.slipway.api.http.ProblemException;
import dev.slipway.ui.shell.part.Note;
import dev.slipway.ui.shell.part.Symbol;
import dev.slipway.ui.shell.part.Tone;
import dev.slipway.workflows.server.Server;
import java.util.function.Consumer;

/// Takes back an order that is not finished: says what is lost, and wants the name typed.
final class CancelOrderDialog extends Dialog {
  private final Server server;
  private final TextField name = new TextField();
  private final Div message = new Div();
  private final Button confirm;

  CancelOrderDialog(Server server) {
    this.server = server;
    addClassName("sw-dialog");
    setHeaderTitle(text("server.cancel.title", server.name()));
    message.getElement().setAttribute("aria-live", "polite");
    message.addClassName("sw-messages");
    confirm = new Button(text("server.cancel.confirm"));
    confirm.setId("server-cancel-confirm");
    confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
    confirm.setDisableOnClick(true);
    confirm.setEnabled(false);
    var keep = new Button(text("server.cancel.keep"), click -> close());
    add(new Paragraph(text("server.cancel.explain")), lost(), typed(), message);
    getFooter().add(keep, confirm);
    if (server.isProtected()) {
      name.setEnabled(false);
      message.add(new Note(Tone.OFF, text("server.cancel.protected")));
      addOpenedChangeListener(change -> keep.focus());
    } else {
      name.setAutofocus(true);
    }
  }

  private UnorderedList lost() {
    var address = server.ipv4();
    var lost = new UnorderedList();
    lost.addClassName("sw-lost");
    lost.add(
        line("server", text("server.cancel.machine"), text("server.cancel.removed")),
        line(
            "globe",
            address == null ? text("server.cancel.addresses") : address,
            text("server.cancel.released")),
        line("tag", server.name().value(), text("server.cancel.free")));
    return lost;
  }

  private static ListItem line(String icon, String what, String fate) {
    var words = new Span(what);
    words.addClassNames("sw-strong", "sw-grow");
    return new ListItem(new Symbol(icon), words, new Span(fate));
  }

  private TextField typed() {
    name.setLabel(text("server.cancel.type", server.name()));
    name.setHelperText(text("server.cancel.costs"));
    name.setValueChangeMode(ValueChangeMode.EAGER);
    name.addValueChangeListener(
        change -> confirm.setEnabled(change.getValue().strip().equals(server.name().value())));
    return name;
  }

  /// What to do with the name as it was typed.
  void onConfirm(Consumer<String> confirmed) {
    confirm.addClickListener(click -> confirmed.accept(name.getValue().strip()));
  }

  /// Says why it was not taken back.
  void refuse(ProblemException problem) {
    message.removeAll();
    message.add(new Note(Tone.FAILED, problem.detail()));
    confirm.setEnabled(true);
  }
}
