package dev.slipway.ui.sshkey;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.Crumb;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.Needs;
import dev.slipway.ui.shell.Page;
import dev.slipway.ui.shell.part.Block;
import dev.slipway.ui.shell.part.EmptyState;
import dev.slipway.ui.shell.part.Symbol;
import dev.slipway.ui.shell.part.Toast;
import dev.slipway.workflows.sshkey.SshKey;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.context.annotation.Prototype;
import java.util.List;

/// The keys that servers can be ordered with: add one, compare its fingerprint, remove it.
@Prototype
@Route(value = SshKeyNavigation.LIST, layout = MainLayout.class)
@Needs(Permission.SERVERS_VIEW)
final class SshKeyView extends Page implements BeforeEnterObserver {
  private final Caller caller;
  private final SshKeyChanges keys;
  private final boolean mayManage;
  private final Button add;
  private final SshKeyList list;
  private final Span count = new Span();
  private final Div instead = new Div();
  private final Block block;

  SshKeyView(SignedIn signedIn, SshKeyChanges keys) {
    this.caller = signedIn.caller();
    this.keys = keys;
    this.mayManage = signedIn.may(Permission.SERVERS_MANAGE);
    this.list = new SshKeyList(mayManage, this::ask);
    add = new Button(text("keys.ssh.add"), new Symbol("plus"), click -> add());
    add.setId("ssh-key-add");
    add.addThemeVariants(ButtonVariant.PRIMARY);
    add.setVisible(mayManage);
    block = Block.titled(text("keys.ssh.yours"), list).withEnd(count);
    add(heading(text("keys.ssh.title"), text("keys.ssh.what"), add), block, instead);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    show();
  }

  private void show() {
    var page = keys.list(caller);
    list.show(page.items());
    count.setText(text("keys.ssh.count", page.items().size()));
    boolean isEmpty = page.items().isEmpty();
    block.setVisible(!isEmpty);
    instead.removeAll();
    if (isEmpty) {
      instead.add(
          new Block(
              new EmptyState("key", text("keys.ssh.none.title"), text("keys.ssh.none.text"))
                  .toned("accent")
                  .withCommand("ssh-keygen -t ed25519")));
    }
  }

  private void add() {
    new AddSshKeyDialog((name, line) -> keys.create(caller, name, line), key -> changed()).open();
  }

  private void ask(SshKey key) {
    new RemoveSshKeyDialog(key, () -> remove(key)).open();
  }

  /// Gone already is as good as removed.
  private void remove(SshKey key) {
    try {
      keys.delete(caller, key);
    } catch (ProblemException problem) {
      if (problem.type() != ProblemType.NOT_FOUND) {
        throw problem;
      }
    }
    Toast.done(text("keys.ssh.removed", key.name()));
    changed();
  }

  private void changed() {
    show();
    MainLayout.recount(this);
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(Crumb.here(text("keys.ssh.title")));
  }
}
