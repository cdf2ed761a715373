package dev.slipway.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.slipway.api.ApiServer;
import dev.slipway.ui.shell.PanelTest;
import dev.slipway.ui.shell.part.Elapsed;
import dev.slipway.workflows.step.CommandKind;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActionViewTest extends PanelTest {
  private final ApiServer.Person tenant = behind().tenantUser();
  private String action = "";

  @BeforeEach
  void placeAnOrder() {
    action = order(tenant).action().id().value();
  }

  private void openAs(ApiServer.Person person) {
    signIn(person);
    open("actions/" + action);
  }

  private void park(String step, String cause) {
    tables().park(action, step, cause);
  }

  @Test
  void shows_every_step_of_the_order_from_the_first_moment() {
    openAs(tenant);

    assertThat(page())
        .contains("Reserve capacity", "Create the machine", "Hand over the server", "0 of 7 done")
        .contains("You can close this page");
  }

  @Test
  void nobody_gets_what_a_cancelled_order_named() {
    openAs(tenant);
    assertThat(page()).contains("What you get");
    tables().end(action, "aborted");

    open("servers");
    openAs(tenant);

    assertThat(page()).contains("What was ordered").doesNotContain("What you get");
  }

  @Test
  void a_change_arrives_without_loading_the_page_again() {
    openAs(tenant);

    tables().run(action, "reserve-capacity");

    eventually(() -> assertThat(page()).contains("Ready in", "Running"));
  }

  @Test
  void a_tenant_reads_no_provider_no_raw_error_no_external_id_and_no_jargon() {
    park("create-machine", "capacity");

    openAs(tenant);

    assertThat(page())
        .contains("Delayed", "is full for this size right now", "We are looking at it ourselves.")
        .doesNotContainIgnoringCase("parked")
        .doesNotContainIgnoringCase("workflow")
        .doesNotContain("pve-7", "vm-7", "simulator/", "Retry now", "Needs attention", "Temporal");
  }

  @Test
  void a_queued_order_says_once_what_it_waits_for() {
    openAs(tenant);

    var said =
        only(ProgressBlock.class).getElement().getTextRecursively()
            + only(ActionLog.class).getElement().getTextRecursively()
            + only(StepList.class).getElement().getTextRecursively();

    assertThat(said).containsOnlyOnce("It starts as soon as our system is free.");
  }

  @Test
  void an_order_for_later_says_when_it_starts_and_nothing_that_reads_as_a_countdown() {
    tables()
        .run(
            """
            update action set waiting_kind = 'not_before', not_before = '2099-11-23T14:30:00Z',
              waiting_until = '2099-11-23T14:30:00Z' where id = '%s'
            """
                .formatted(action));

    openAs(tenant);

    assertThat(said(ProgressBlock.class)).contains("Starts 23 Nov 2099, 14:30 UTC");
    assertThat(said(ActionLog.class)).contains("Starts 23 Nov 2099, 14:30 UTC");
    assertThat(page()).contains("1 waiting").doesNotContain("1 running");
    assertThat(find(Elapsed.class, only(ProgressBlock.class)).all()).isEmpty();
  }

  @Test
  void a_mistyped_id_is_called_that_and_is_nobody_elses_trouble() {
    park("create-machine", "conflict");
    tables().park(order(tenant).action().id().value(), "create-machine", "conflict");
    tables().run("update action set error_code = 'not_found' where id = '%s'".formatted(action));

    openAs(behind().operator());

    assertThat(page())
        .contains("No machine of that id exists")
        .doesNotContain("It contradicts what exists", "Handle them together");
  }

  @Test
  void an_operator_reads_the_raw_error_and_every_command() {
    park("create-machine", "capacity");

    openAs(behind().operator());

    assertThat(page())
        .contains("Needs attention since", "node pve-7 said no", "vm-7")
        .contains("Retry now", "Adopt…", "Abort…", "No room for this size")
        .contains("Not offered: later steps need what this one makes.");
    assertThat(find(Button.class).withId("command-skip").single().isEnabled()).isFalse();
  }

  @Test
  void what_a_lost_reply_hides_may_exist_under_its_key() {
    park("create-machine", "attempts_spent");
    tables()
        .run(
            """
            update action_step set external_id = null where action_id = '%1$s';
            update action_attempt set code = 'unknown_outcome' where action_id = '%1$s'
            """
                .formatted(action));

    openAs(behind().operator());

    assertThat(page())
        .contains("Nothing at the provider", "May exist")
        .contains("Create the machine, found at the provider as " + action + "/create-machine/1");
  }

  @Test
  void nothing_may_exist_where_every_reply_came() {
    park("create-machine", "capacity");

    openAs(behind().operator());

    assertThat(page()).contains("Exists now").doesNotContain("May exist");
  }

  @Test
  void a_tenant_reads_once_what_is_said_of_several_attempts() {
    park("create-machine", "attempts_spent");
    repeatTheAttempt();

    openAs(tenant);

    assertThat(said(AttemptList.class)).contains("3 attempts").doesNotContain("Attempt 2");
    assertThat(said(ActionLog.class))
        .containsOnlyOnce("3 attempts")
        .doesNotContain("It did not work");
  }

  @Test
  void an_operator_reads_of_every_attempt() {
    park("create-machine", "attempts_spent");
    repeatTheAttempt();

    openAs(behind().operator());

    assertThat(said(AttemptList.class)).contains("Attempt 1", "Attempt 2", "Attempt 3");
    assertThat(said(ActionLog.class)).doesNotContain("3 attempts");
  }

  private void repeatTheAttempt() {
    tables()
        .run(
            """
            insert into action_attempt (action_id, tenant_id, step, phase, generation, run_ordinal,
              attempt, status, started_at, finished_at, code, message)
            select action_id, tenant_id, step, phase, generation, run_ordinal, number, status,
              started_at + number * interval '1 second', finished_at + number * interval '1 second',
              code, message
            from action_attempt, generate_series(2, 3) as number where action_id = '%s'
            """
                .formatted(action));
  }

  private String said(Class<? extends Component> part) {
    return only(part).getElement().getTextRecursively();
  }

  @Test
  void a_retry_names_the_parking_it_answers() {
    park("create-machine", "capacity");
    openAs(behind().operator());

    press("command-retry");

    eventually(() ->
        assertThat(behind().engine().given(action))
            .singleElement()
            .satisfies(given -> {
              assertThat(given.kind()).isEqualTo(CommandKind.RETRY);
              assertThat(given.command().parking()).isEqualTo(1);
              assertThat(given.command().step()).isEqualTo("create-machine");
            }));
  }

  @Test
  void a_refused_command_says_why_and_can_be_given_again() {
    park("create-machine", "capacity");
    behind()
        .engine()
        .refuses(new dev.slipway.workflows.action.ActionId(action), "it went on already");
    openAs(behind().operator());

    press("command-retry");

    eventually(() -> assertThat(page()).contains("it went on already"));
    assertThat(find(Button.class).withId("command-retry").single().isEnabled()).isTrue();
  }

  @Test
  @SuppressWarnings("unchecked")
  void an_edited_place_is_chosen_from_those_that_exist() {
    park("reserve-capacity", "capacity");
    openAs(behind().operator());

    press("command-retry_with");
    Select<InputOptions.Option> places = only(Select.class);
    assertThat(places.getListDataView().getItems().map(InputOptions.Option::code))
        .containsExactly("sim-1", "sim-2", "sim-3");
    test(places).selectItem("Verona (sim-2)");
    press("edit-send");
    eventually(() ->
        assertThat(behind().engine().given(action))
            .singleElement()
            .satisfies(given ->
                assertThat(given.command().inputs()).isEqualTo(Map.of("location", "sim-2"))));
  }

  @Test
  void adopting_needs_an_id_and_a_reason() {
    park("create-machine", "capacity");
    openAs(behind().operator());

    press("command-adopt");
    press("confirm");

    assertThat(only(Dialog.class).isOpened()).isTrue();
    test(only(TextArea.class)).setValue("made by hand while it was down");
    test(find(TextField.class).withPropertyValue(TextField::getLabel, "External id").single())
        .setValue("vm-42");
    press("confirm");
    eventually(() ->
        assertThat(behind().engine().given(action))
            .singleElement()
            .satisfies(given -> {
              assertThat(given.command().externalId()).isEqualTo("vm-42");
              assertThat(given.command().reason()).contains("by hand");
            }));
  }

  @Test
  void a_tenant_may_cancel_his_unfinished_order() {
    openAs(tenant);

    press("abort");
    press("confirm");

    eventually(() -> assertThat(page()).contains("Cancelled", "Nothing was charged"));
  }

  @Test
  void the_log_is_whole_after_the_end() {
    park("create-machine", "attempts_spent");
    tables().end(action, "succeeded");

    openAs(behind().operator());

    assertThat(page()).contains("accepted", "create-machine", "node pve-7 said no", "ended");
  }

  @Test
  void what_still_exists_is_reported_to_operators() {
    leaveAMachineBehind();

    openAs(behind().operator());

    assertThat(page()).contains("Still exists", "vm-9", "Aborted, 1 thing still exists");
  }

  @Test
  void a_tenant_reads_that_his_order_is_cancelled_whatever_is_left() {
    leaveAMachineBehind();

    openAs(tenant);

    assertThat(page()).contains("Cancelled").doesNotContain("vm-9", "Still exists");
  }

  private void leaveAMachineBehind() {
    tables()
        .run(
            """
            update action set phase = 'undo', residual = '[{"kind":"machine",
              "note":"Its undo was skipped","externalId":"vm-9"}]' where id = '%s'
            """
                .formatted(action));
    tables().end(action, "aborted");
  }

  @Test
  void another_tenants_action_does_not_exist() {
    openAs(behind().tenantUser());

    assertThat(page()).contains("There is nothing here");
  }

  @Test
  void an_id_that_is_none_does_not_exist() {
    signIn(tenant);

    open("actions/not-an-id");

    assertThat(page()).contains("There is nothing here");
  }

  @Test
  void decisions_stand_beside_the_steps_with_who_and_why() {
    park("create-machine", "capacity");
    tables()
        .run(
            """
            insert into action_event (action_id, tenant_id, at, kind, step, parking, actor, reason)
            select id, tenant_id, now(), 'adopt', 'create-machine', 1, 'temporal-ui (unverified)',
              'made by hand' from action where id = '%s'
            """
                .formatted(action));

    openAs(behind().operator());

    assertThat(page()).contains("Who did what", "temporal-ui (unverified): adopt, “made by hand”");
  }

  @Test
  void a_parking_stays_in_the_story_after_it_was_answered() {
    park("create-machine", "capacity");
    tables().run("update action set parking_since = null where id = '%s'".formatted(action));
    tables().run(action, "create-machine");

    openAs(behind().operator());

    assertThat(page()).contains("Parked by itself: No room for this size");
  }
}
