package dev.slipway.ui.attention;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.slipway.api.ApiServer;
import dev.slipway.api.action.ActionService;
import dev.slipway.api.server.Ordered;
import dev.slipway.ui.shell.PanelTest;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.Assignee;
import dev.slipway.workflows.step.CommandKind;
import dev.slipway.workflows.tenant.UserId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttentionViewTest extends PanelTest {
  private final ApiServer.Person tenant = behind().tenantUser();
  private final ApiServer.Person operator = behind().operator();
  private Ordered first;
  private Ordered second;

  @BeforeEach
  void parkTwo() {
    tables()
        .run(
            """
            update action set status = 'succeeded', parking_since = null, finished_at = now()
            where status = 'parked'
            """);
    first = order(tenant);
    second = order(tenant);
    tables().park(id(first), "verify-machine", "attempts_spent");
    tables().park(id(second), "verify-machine", "attempts_spent");
    signIn(operator);
  }

  private static String id(Ordered ordered) {
    return ordered.action().id().value();
  }

  @Test
  void parked_actions_stand_under_their_cause() {
    open("attention");

    assertThat(page())
        .contains("2 actions wait for someone", "Every attempt failed", "Check that it answers at")
        .contains("Create " + first.server().name(), "nobody", "Find out why, then retry.");
  }

  @Test
  void several_are_retried_together() {
    open("attention");

    chooseAll();
    press("bulk-send");

    eventually(() -> assertThat(page()).contains("2 actions go on."));
    assertThat(behind().engine().given(id(first))).hasSize(1);
    assertThat(behind().engine().given(id(second))).hasSize(1);
  }

  @Test
  void one_box_chooses_all_causes_and_tells_whether_all_are_chosen() {
    causeOf(second, "capacity");
    open("attention");
    assertThat(find(CauseBlock.class).all()).hasSize(2);

    chooseAll();
    assertThat(boxes()).allMatch(Checkbox::getValue);
    assertThat(only(BulkPanel.class).getElement().getTextRecursively()).contains("2 actions");

    test(boxes().getLast()).click();
    assertThat(boxes().getFirst().isIndeterminate()).isTrue();

    chooseAll();
    chooseAll();
    assertThat(boxes()).noneMatch(Checkbox::getValue);
  }

  @Test
  void a_cause_is_chosen_apart_from_others() {
    causeOf(second, "capacity");
    open("attention");

    test(boxes().get(1)).click();

    assertThat(boxes().stream().map(Checkbox::getValue).toList())
        .containsExactly(false, true, true, false, false);
  }

  @Test
  void a_parking_that_was_not_shown_is_not_answered() {
    open("attention");
    chooseAll();
    tables()
        .run(
            "update action set parking_number = parking_number + 1 where id = '"
                + id(second)
                + "'");

    press("bulk-send");

    eventually(() -> assertThat(page()).contains("1 action goes on."));
    assertThat(behind().engine().given(id(first))).hasSize(1);
    assertThat(behind().engine().given(id(second))).isEmpty();
  }

  @Test
  void what_parks_anew_is_not_chosen_any_more() {
    open("attention");
    chooseAll();

    tables().park(id(second), "create-machine", "quota");

    eventually(() -> assertThat(page()).contains("The account's limit is reached"));
    press("bulk-send");
    eventually(() -> assertThat(page()).contains("1 action goes on."));
    assertThat(behind().engine().given(id(second))).isEmpty();
  }

  @Test
  void those_that_refuse_say_why() {
    behind().engine().refuses(new ActionId(id(second)), "it went on already");
    open("attention");

    chooseAll();
    press("bulk-send");

    eventually(() ->
        assertThat(page())
            .contains(
                "1 action goes on.",
                "Create " + second.server().name() + ": ",
                "it went on already"));
  }

  @Test
  @SuppressWarnings("unchecked")
  void a_command_that_needs_a_reason_asks_for_it() {
    open("attention");
    chooseAll();

    test((Select<CommandKind>) only(Select.class)).selectItem(CommandKind.SKIP.label());
    press("bulk-send");

    assertThat(
            find(TextField.class)
                .withPropertyValue(TextField::getLabel, "Reason")
                .single()
                .isInvalid())
        .isTrue();
    assertThat(behind().engine().given(id(first))).isEmpty();
  }

  @Test
  void one_can_take_them_over_and_give_them_back() {
    open("attention");

    chooseAll();
    test(find(Button.class).withText("Assign to me").single()).click();

    assertThat(tables().value("select assignee from action where id = '" + id(first) + "'"))
        .startsWith("User ");
    assertThat(page().lines()).doesNotContain("nobody");

    test(find(Button.class).withText("Give back").single()).click();

    assertThat(
            tables()
                .value(
                    "select coalesce(assignee, 'nobody') from action where id = '"
                        + id(first)
                        + "'"))
        .isEqualTo("nobody");
  }

  @Test
  void what_parks_meanwhile_appears_by_itself() {
    var third = order(tenant);
    open("attention");

    tables().park(id(third), "create-machine", "quota");

    eventually(
        () -> assertThat(page()).contains("3 actions wait", "The account's limit is reached"));
  }

  @Test
  void one_cause_is_shown_alone_and_the_address_says_so() {
    var third = order(tenant);
    tables().park(id(third), "create-machine", "quota");

    open("attention?cause=quota");

    assertThat(page()).contains("3 actions wait for someone");
    assertThat(causes())
        .contains("Create " + third.server().name())
        .doesNotContain("Create " + first.server().name());
  }

  @Test
  void a_filter_that_hides_everything_can_be_cleared() {
    open("attention?assignee=me");
    assertThat(page()).contains("No action matches");

    test(find(Button.class).withText("Clear filters").single()).click();

    assertThat(page()).contains("Create " + first.server().name());
  }

  @Test
  void what_nobody_looks_after_is_found() {
    assign(first.action().id(), new Assignee(null, "Somebody"));

    open("attention?assignee=nobody");

    assertThat(causes())
        .contains("Create " + second.server().name())
        .doesNotContain("Create " + first.server().name());
  }

  @Test
  void who_has_the_same_name_is_somebody_else() {
    var me = operator.user();
    var namesake = new Assignee(new UserId("usr_namesake"), me.name());
    assign(first.action().id(), namesake);
    assign(second.action().id(), Assignee.of(me));

    open("attention?assignee=me");

    assertThat(causes())
        .contains("Create " + second.server().name())
        .doesNotContain("Create " + first.server().name());
  }

  @Test
  void what_nobody_looks_after_is_found_behind_hundreds_that_somebody_does() {
    copy(id(first), 120);

    open("attention");

    assertThat(page()).contains("122 actions wait for someone");
    assertThat(causes()).contains("Here are the 100 that have waited longest, of 122.");

    open("attention?assignee=nobody");

    assertThat(causes())
        .contains("Create " + first.server().name(), "Create " + second.server().name())
        .doesNotContain("Night shift", "that have waited longest");
  }

  /// Parks so many more like one, an hour earlier, that somebody looks after.
  private static void causeOf(Ordered ordered, String cause) {
    tables()
        .run(
            "update action set parking_cause = '%s' where id = '%s'".formatted(cause, id(ordered)));
  }

  private void copy(String action, int count) {
    tables()
        .run(
            """
            insert into action
            select (jsonb_populate_record(a, jsonb_build_object(
              'id', 'act_night' || n, 'assignee', 'Night shift',
              'parking_since', a.parking_since - interval '1 hour'))).*
            from action a, generate_series(1, %d) n where a.id = '%s'
            """
                .formatted(count, action));
  }

  private void assign(ActionId action, Assignee assignee) {
    behind().bean(ActionService.class).assign(callerOf(operator), List.of(action), assignee);
  }

  private String causes() {
    return find(CauseBlock.class).all().stream()
        .map(block -> block.getElement().getTextRecursively())
        .collect(Collectors.joining("\n"));
  }

  private void chooseAll() {
    test(boxes().getFirst()).click();
  }

  /// All boxes: the one of all causes, then each cause's with those of its actions.
  private List<Checkbox> boxes() {
    return find(Checkbox.class).all();
  }
}
