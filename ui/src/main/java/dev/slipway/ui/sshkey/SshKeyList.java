package dev.slipway.ui.sshkey;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.slipway.ui.shell.part.Copyable;
import dev.slipway.ui.shell.part.Symbol;
import dev.slipway.ui.shell.part.Times;
import dev.slipway.workflows.sshkey.SshKey;
import java.util.List;
import java.util.function.Consumer;

/// SSH keys, one to a row.
final class SshKeyList extends UnorderedList {
  private final boolean mayManage;
  private final Consumer<SshKey> remove;

  SshKeyList(boolean mayManage, Consumer<SshKey> remove) {
    this.mayManage = mayManage;
    this.remove = remove;
    addClassName("sw-ssh-keys");
  }

  void show(List<SshKey> keys) {
    removeAll();
    keys.forEach(key -> add(item(key)));
  }

  private ListItem item(SshKey key) {
    var name = new Span(key.name());
    name.addClassNames("sw-strong", "sw-ellipsis");
    name.setTitle(key.name());
    var about = new Span(text("keys.ssh.about", key.publicKey().type(), added(key)));
    about.addClassName("sw-meta");
    var words = new Div(new Div(name), about);
    words.addClassName("sw-key-words");
    var fingerprint = new Copyable(key.publicKey().fingerprint(), text("keys.ssh.copy"));
    fingerprint.addClassName("sw-grow");
    var item = new ListItem(new Symbol("key"), words, fingerprint);
    if (mayManage) {
      item.add(button(key));
    }
    return item;
  }

  private static String added(SshKey key) {
    return Times.moment(key.createdAt());
  }

  private Button button(SshKey key) {
    var button = new Button(text("keys.ssh.remove"), click -> remove.accept(key));
    button.addThemeVariants(ButtonVariant.SMALL);
    button.setAriaLabel(text("keys.ssh.remove.this", key.name()));
    return button;
  }
}
