package dev.slipway.ui.sshkey;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import dev.slipway.workflows.sshkey.SshKey;

/// Says what removing a key means before it is done, and keeps the safe way focused.
final class RemoveSshKeyDialog extends Dialog {

  RemoveSshKeyDialog(SshKey key, Runnable remove) {
    addClassName("sw-dialog");
    setHeaderTitle(text("keys.ssh.remove.title", key.name()));
    add(new Paragraph(text("keys.ssh.remove.explain")));
    var keep = new Button(text("keys.ssh.keep"), click -> close());
    addOpenedChangeListener(change -> keep.focus());
    var confirm =
        new Button(
            text("keys.ssh.remove.confirm"),
            click -> {
              close();
              remove.run();
            });
    confirm.setId("ssh-key-remove");
    confirm.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
    getFooter().add(keep, confirm);
  }
}
