package dev.slipway.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.slipway.api.ApiServer;
import dev.slipway.api.server.Ordered;
import dev.slipway.api.server.ServerChange;
import dev.slipway.api.server.ServerService;
import dev.slipway.ui.shell.PanelTest;
import dev.slipway.workflows.server.Server;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerViewTest extends PanelTest {
  private final ApiServer.Person person = behind().tenantUser();
  private final Ordered ordered = order(person);

  @BeforeEach
  void enter() {
    signIn(person);
  }

  @Test
  void shows_what_was_ordered_and_what_is_done_to_it() {
    open("servers/" + id());

    assertThat(page())
        .contains(name(), "Queued", "Debian 13", "1 vCPU", "not yet", "Create " + name())
        .contains("Queue for this server", "Activity", id());
  }

  @Test
  void a_tenant_reads_nothing_of_the_provider() {
    tables().park(action(), "create-machine", "capacity");

    open("servers/" + id());

    assertThat(page())
        .contains("Your order is delayed, and our team is on it.")
        .doesNotContain("At the provider", "simulator", "vm-7", "pve-7");
  }

  @Test
  void an_operator_reads_the_tenant_and_what_was_made_at_the_provider() {
    tables().park(action(), "create-machine", "capacity");
    signIn(behind().operator());

    open("servers/" + id());

    assertThat(page())
        .contains("At the provider", "simulator/sim-1", "vm-7", "A decision is needed");
  }

  @Test
  void another_tenants_server_does_not_exist() {
    var theirs = order(behind().tenantUser()).server();

    open("servers/" + theirs.id());

    assertThat(page()).contains("There is nothing here").doesNotContain(theirs.name().value());
  }

  @Test
  void an_id_that_is_none_does_not_exist() {
    open("servers/not-an-id");

    assertThat(page()).contains("There is nothing here");
  }

  @Test
  void changes_arrive_without_loading_the_page_again() {
    open("servers/" + id());

    tables().server(id(), "provisioning");
    tables().run(action(), "create-machine");

    eventually(() -> assertThat(page()).contains("Creating", "Create the machine"));
  }

  @Test
  void name_labels_and_protection_are_changed() {
    open("servers/" + id());
    press("server-edit");

    var renamed = name() + "-b";
    test(only(TextField.class)).setValue(renamed);
    test(only(TextArea.class)).setValue("env=prod\ntier=web");
    test(only(Checkbox.class)).click();
    press("server-save");

    assertThat(present().labels()).isEqualTo(Map.of("env", "prod", "tier", "web"));
    assertThat(present().isProtected()).isTrue();
    assertThat(page()).contains(renamed, "env=prod", "Protected");
  }

  @Test
  void a_bad_name_and_a_bad_label_are_refused_at_their_fields() {
    open("servers/" + id());
    press("server-edit");

    test(only(TextField.class)).setValue("Not A Name");
    test(only(TextArea.class)).setValue("a b=c");
    press("server-save");

    assertThat(only(TextField.class).getErrorMessage()).contains("lower-case letters");
    assertThat(only(TextArea.class).getErrorMessage()).contains("A label");
    assertThat(present().name().value()).isEqualTo(name());
  }

  @Test
  void every_fault_of_the_labels_is_named_at_once() {
    open("servers/" + id());
    press("server-edit");

    test(only(TextField.class)).setValue("Not A Name");
    test(only(TextArea.class)).setValue("-novalue\n<b>=x\na=1\na=2\nb=1\nb=2");
    press("server-save");

    assertThat(only(TextArea.class).getErrorMessage())
        .contains("The label a stands there twice.", "The label b stands there twice.")
        .contains("-novalue: A label's key", "<b>: A label's key");
    assertThat(only(TextField.class).getErrorMessage()).contains("lower-case letters");
    assertThat(present().labels()).isEmpty();
  }

  @Test
  void an_order_for_later_says_when_on_the_servers_page() {
    tables()
        .run(
            """
            update action set waiting_kind = 'not_before', not_before = '2099-11-23T14:30:00Z',
              waiting_until = '2099-11-23T14:30:00Z' where id = '%s'
            """
                .formatted(action()));

    open("servers/" + id());

    assertThat(page()).contains("Waiting: Starts 23 Nov 2099, 14:30 UTC");
  }

  @Test
  void what_another_tab_changed_first_is_not_overwritten() {
    open("servers/" + id());
    press("server-edit");
    elsewhere(new ServerChange(null, Map.of("from", "elsewhere"), null));

    test(only(TextArea.class)).setValue("from=here");
    press("server-save");

    assertThat(page()).contains("Somebody changed this server while you were editing.");
    assertThat(present().labels()).isEqualTo(Map.of("from", "elsewhere"));

    press("server-load");
    assertThat(only(TextArea.class).getValue()).isEqualTo("from=elsewhere");
    test(only(TextArea.class)).setValue("from=here");
    press("server-save");

    assertThat(present().labels()).isEqualTo(Map.of("from", "here"));
  }

  @Test
  void what_only_progress_wrote_is_in_nobodys_way() {
    open("servers/" + id());
    press("server-edit");
    tables().run("update server set version = version + 1 where id = '" + id() + "'");

    test(only(TextArea.class)).setValue("env=prod");
    press("server-save");

    assertThat(present().labels()).isEqualTo(Map.of("env", "prod"));
  }

  @Test
  void an_order_is_cancelled_by_typing_the_servers_name() {
    open("servers/" + id());
    press("server-cancel");

    var confirm = find(Button.class).withId("server-cancel-confirm").single();
    assertThat(confirm.isEnabled()).isFalse();
    test(only(TextField.class)).setValue(name());
    assertThat(confirm.isEnabled()).isTrue();
    test(confirm).click();

    eventually(() ->
        assertThat(UI.getCurrent().getActiveViewLocation().getPath())
            .isEqualTo("actions/" + action()));
    assertThat(page()).contains("Cancelled");
  }

  @Test
  void a_protected_server_cannot_be_cancelled() {
    elsewhere(new ServerChange(null, null, true));
    open("servers/" + id());
    press("server-cancel");

    assertThat(find(Button.class).withId("server-cancel-confirm").single().isEnabled()).isFalse();
    assertThat(page()).contains("Lift the protection first");
    assertThat(only(TextField.class).isEnabled()).isFalse();
  }

  @Test
  void a_finished_server_offers_no_order_to_cancel() {
    tables().server(id(), "running");
    tables().end(action(), "succeeded");

    open("servers/" + id());

    assertThat(page()).contains("Running", "Nothing is under way.", "Finished in");
    assertThat(find(Button.class).withId("server-cancel").exists()).isFalse();
  }

  private void elsewhere(ServerChange change) {
    behind()
        .bean(ServerService.class)
        .update(callerOf(person), ordered.server().id(), change, _ -> true);
  }

  private Server present() {
    return behind().bean(ServerService.class).find(callerOf(person), ordered.server().id());
  }

  private String id() {
    return ordered.server().id().value();
  }

  private String name() {
    return ordered.server().name().value();
  }

  private String action() {
    return ordered.action().id().value();
  }
}
