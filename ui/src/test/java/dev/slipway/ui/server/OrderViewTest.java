package dev.slipway.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.slipway.api.ApiServer;
import dev.slipway.api.server.OrderFixtures;
import dev.slipway.api.server.OrderRequest;
import dev.slipway.api.server.ServerService;
import dev.slipway.api.sshkey.SshKeyService;
import dev.slipway.ui.shell.PanelTest;
import dev.slipway.workflows.catalog.Network;
import dev.slipway.workflows.catalog.ServerPlan;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerFilter;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderViewTest extends PanelTest {
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOAofyVe69C54T98oeuakUEJ8+qfPuJqKWuQbIdm8N/2 me";

  private final ApiServer.Person person = behind().tenantUser();

  @BeforeEach
  void enter() {
    signIn(person);
    open("servers/new");
  }

  @Test
  void shows_price_steps_and_quota_before_anything_is_ordered() {
    assertThat(page())
        .contains("Order server for €", "Reserve capacity", "Hand over the server")
        .contains("After this order: 1 of");
    assertThat(servers()).isEmpty();
  }

  @Test
  void without_a_name_no_server_stands_in_the_way() {
    var request = OrderRequest.of("name-to-come", "s-1", "debian-13", "sim-1");
    behind().bean(ServerService.class).order(callerOf(person), request);

    open("servers/new?plan=s-1");

    assertThat(page()).contains("No name yet").doesNotContain("is taken");
  }

  @Test
  void an_order_leads_to_its_action() {
    var name = OrderFixtures.aName();
    test(only(TextField.class)).setValue(name);

    press("order");

    assertThat(servers()).extracting(server -> server.name().value()).containsExactly(name);
    var action = servers().getFirst().action();
    assertThat(UI.getCurrent().getActiveViewLocation().getPath()).isEqualTo("actions/" + action);
    assertThat(page()).contains("Create " + name);
  }

  @Test
  void an_order_without_a_name_is_refused_at_the_field() {
    press("order");

    assertThat(only(TextField.class).isInvalid()).isTrue();
    assertThat(only(TextField.class).getErrorMessage()).isEqualTo("Give the server a name.");
    assertThat(servers()).isEmpty();
  }

  @Test
  void a_bad_name_is_said_while_typing_and_cannot_be_ordered() {
    test(only(TextField.class)).setValue("Web 1");

    eventually(() -> {
      assertThat(only(TextField.class).getErrorMessage()).contains("lower-case letters");
      assertThat(open()).isEqualTo("Still open: Name and review");
    });
    press("order");
    assertThat(servers()).isEmpty();
  }

  /// What is said beside the button.
  private String open() {
    return find(Div.class).withId("order-open").single().getText();
  }

  @Test
  void what_is_missing_stands_beside_both_buttons_and_they_can_be_pressed() {
    open("servers");
    open("servers/new?plan=gone&network=lan-9&location=sim-1");

    assertThat(find(Div.class).withClassName("sw-order-open").all())
        .extracting(Div::getText)
        .containsOnly("Still open: Plan, Network and access, Name and review")
        .hasSize(2);
    press("order-narrow");
    assertThat(servers()).isEmpty();
    assertThat(find(RadioButtonGroup.class).all().getFirst().isInvalid())
        .as("what is wrong stays shown, and the first of it is led to")
        .isTrue();
    assertThat(networks().isInvalid()).isTrue();
    assertThat(find(Button.class).withId("order").single().isEnabled()).isTrue();
    assertThat(find(Button.class).withId("order-narrow").single().isEnabled()).isTrue();
  }

  @Test
  void a_taken_name_stands_in_the_way() {
    var taken = order(person).server().name().value();

    test(only(TextField.class)).setValue(taken);

    eventually(() -> assertThat(page()).contains("The name " + taken + " is taken."));
    assertThat(only(TextField.class).isInvalid()).isTrue();
    assertThat(only(TextField.class).getErrorMessage()).contains("is taken");
    assertThat(isDone(5)).isFalse();
    assertThat(open()).startsWith("Still open: ");
  }

  @Test
  void a_plan_with_an_own_size_asks_for_it_and_prices_it() {
    var first = orderText();
    choosePlan(plan -> plan.custom() != null);
    eventually(() -> assertThat(orderText()).contains("€").isNotEqualTo(first));
    var before = orderText();

    var vcpus = find(NumberField.class).all().getFirst();
    test(vcpus).setValue(vcpus.getMax());

    assertThat(orderText()).as("a size of one's own has no price yet").isEqualTo("Order server");
    eventually(() -> assertThat(orderText()).contains("€").isNotEqualTo(before));
  }

  @Test
  void what_the_button_orders_is_priced_before_it_is_checked() {
    var first = orderText();

    choosePlan(plan -> plan.code().equals("s-4"));

    assertThat(orderText()).contains("€").isNotEqualTo(first);
  }

  private String orderText() {
    return find(Button.class).withId("order").single().getText();
  }

  @ParameterizedTest
  @CsvSource({"vCPU, 99999999999", "vCPU, 1.5", "vCPU, 0", "vCPU,", "Memory, 4194305", "Disk,"})
  void a_size_that_cannot_be_ordered_is_refused_at_its_field(String label, @Nullable Double typed) {
    choosePlan(plan -> plan.custom() != null);
    test(only(TextField.class)).setValue(OrderFixtures.aName());
    var field = find(NumberField.class).withPropertyValue(NumberField::getLabel, label).single();

    type(field, typed);

    assertThat(field.isInvalid()).isTrue();
    assertThat(field.getErrorMessage()).matches("A whole number from [0-9,]+ to [0-9,]+\\.");
    assertThat(isDone(1)).isFalse();
    assertThat(open()).isEqualTo("Still open: Plan");
    press("order");
    assertThat(servers()).isEmpty();
    type(field, field.getMin());
    eventually(() -> {
      assertThat(field.isInvalid()).isFalse();
      assertThat(isDone(1)).isTrue();
    });
  }

  /// As a browser would send it, whatever the field's bounds.
  private static void type(NumberField field, @Nullable Double typed) {
    var before = field.getValue();
    field.setValue(typed);
    ComponentUtil.fireEvent(
        field, new AbstractField.ComponentValueChangeEvent<>(field, field, before, true));
  }

  private boolean isDone(int part) {
    return find(PartMark.class).all().get(part - 1).hasClassName("ok");
  }

  @Test
  void a_key_is_added_on_the_spot_and_ordered_with() {
    press("order-key-add");
    test(find(TextArea.class).all().getLast()).setValue(KEY);
    test(find(TextField.class).all().getLast()).setValue("ops-laptop");
    press("ssh-key-store");

    var name = OrderFixtures.aName();
    test(find(TextField.class).all().getFirst()).setValue(name);
    press("order");

    var server = servers().getFirst();
    var ordered = behind().bean(ServerService.class).orderOf(callerOf(person), server.id());
    assertThat(ordered.sshKeys()).hasSize(1);
    behind().bean(SshKeyService.class).delete(callerOf(person), ordered.sshKeys().getFirst());
    open("servers/" + server.id());
    assertThat(page()).as("a removed key keeps its name there").contains("ops-laptop");
  }

  @Test
  void keys_in_the_address_are_chosen_again() {
    var key = behind().bean(SshKeyService.class).create(callerOf(person), "kept", KEY);

    open("servers");
    open("servers/new?plan=s-1&network=public&key=" + key.id() + "&key=key_gone");

    assertThat(page()).contains("kept", "1 key").contains("does not exist any more: key_gone.");
    assertThat(isDone(4)).isFalse();
    assertThat(open()).startsWith("Still open: ");
    press("order-keys-accept");
    eventually(() -> {
      assertThat(page()).doesNotContain("key_gone");
      assertThat(isDone(4)).isTrue();
      assertThat(open()).doesNotContain("Network");
    });
  }

  @Test
  void a_form_in_the_address_is_filled_again() {
    open(
        "servers/new?plan=custom&vcpus=3&memory=6144&disk=90&location=sim-2&image=alma-10"
            + "&network=none&name=web-kept");

    assertThat(only(TextField.class).getValue()).isEqualTo("web-kept");
    assertThat(find(NumberField.class).all().stream().map(NumberField::getValue))
        .containsExactly(3.0, 6.0, 90.0);
    assertThat(page()).contains("Verona", "AlmaLinux 10");
  }

  @Test
  void an_order_joins_the_networks_that_are_ticked_and_at_least_one() {
    test(only(TextField.class)).setValue(OrderFixtures.aName());
    CheckboxGroup<Network> networks = networks();

    tick(networks, Set.of());

    assertThat(networks.isInvalid()).isTrue();
    assertThat(networks.getErrorMessage()).contains("at least one network");
    assertThat(isDone(4)).isFalse();
    assertThat(open()).startsWith("Still open: ");
    tick(networks, Set.of(networks.getListDataView().getItem(0)));
    eventually(() -> {
      assertThat(networks.isInvalid()).isFalse();
      assertThat(isDone(4)).isTrue();
      assertThat(open()).doesNotContain("Network");
    });
  }

  @Test
  void an_address_without_networks_has_the_usual_one_ticked() {
    open("servers/new?plan=s-1&location=sim-1");

    assertThat(networks().getValue()).extracting(Network::code).containsExactly("public");
    assertThat(isDone(4)).isTrue();
  }

  @SuppressWarnings("unchecked")
  private CheckboxGroup<Network> networks() {
    return find(CheckboxGroup.class).all().getFirst();
  }

  private static void tick(CheckboxGroup<Network> group, Set<Network> ticked) {
    var before = group.getValue();
    group.setValue(ticked);
    ComponentUtil.fireEvent(
        group, new AbstractField.ComponentValueChangeEvent<>(group, group, before, true));
  }

  @ParameterizedTest
  @CsvSource({"plan, retired-9, 0, 1", "location, <b>, 1, 2", "image, gone-1, 2, 3"})
  void what_an_address_names_and_is_gone_is_said_and_chosen_anew(
      String parameter, String code, int group, int part) {
    var name = OrderFixtures.aName();
    int usual = chosenIn(find(RadioButtonGroup.class).all().get(group));
    open("servers");
    open("servers/new?name=" + name + "&" + parameter + "=" + code);

    RadioButtonGroup<?> choice = find(RadioButtonGroup.class).all().get(group);
    assertThat(choice.isEmpty()).isTrue();
    assertThat(choice.isInvalid()).isTrue();
    assertThat(choice.getErrorMessage()).contains(code + ", which is not offered any more");
    assertThat(isDone(part)).isFalse();
    assertThat(open()).startsWith("Still open: ");
    choose(choice, usual);
    eventually(() -> {
      assertThat(choice.isInvalid()).isFalse();
      assertThat(isDone(part)).isTrue();
    });
    press("order");
    assertThat(servers()).extracting(server -> server.name().value()).containsExactly(name);
  }

  private static int chosenIn(RadioButtonGroup<?> group) {
    return group.getListDataView().getItems().toList().indexOf(group.getValue());
  }

  private static <T> void choose(RadioButtonGroup<T> group, int item) {
    group.setValue(group.getListDataView().getItem(item));
    ComponentUtil.fireEvent(
        group, new AbstractField.ComponentValueChangeEvent<>(group, group, null, true));
  }

  @Test
  void a_network_in_the_address_that_is_gone_is_not_replaced() {
    open("servers");
    open("servers/new?plan=s-1&location=sim-1&network=public&network=lan-9");

    assertThat(networks().isEmpty()).isTrue();
    assertThat(networks().getErrorMessage()).contains("lan-9, which does not exist here any more");
    assertThat(open()).startsWith("Still open: ");
  }

  @Test
  void a_character_that_no_code_can_have_is_one_of_what_is_gone() {
    open("servers");
    open("servers/new?plan=%00&location=%00&image=%00&network=%00&key=%00&name=%00");

    assertThat(page()).doesNotContain("on our side");
    assertThat(find(RadioButtonGroup.class).all())
        .allSatisfy(choice ->
            assertThat(((RadioButtonGroup<?>) choice).getErrorMessage())
                .contains("which is not offered any more"));
    assertThat(networks().isEmpty()).isTrue();
  }

  @Test
  void a_size_in_the_address_that_is_none_is_not_replaced() {
    open("servers");
    open("servers/new?plan=custom&vcpus=x&memory=1536");

    assertThat(find(NumberField.class).all().stream().map(NumberField::isInvalid))
        .containsExactly(true, true, false);
    assertThat(open()).startsWith("Still open: ");
  }

  @Test
  void numbers_look_alike_wherever_they_stand() {
    var tenant = person.tenant().value();
    tables()
        .run(
            """
            insert into server (id, tenant_id, name, status, plan, vcpus, memory_mib, disk_gib,
              image, location, created_at, updated_at)
            select 'srv_' || '%1$s' || n, '%2$s', 'full-' || n, 'running', 's-1', 1, 1024, 25,
              'debian-13', 'sim-1', now(), now()
            from generate_series(1, 1000) n
            """
                .formatted(tenant.replace("_", ""), tenant));
    open("servers");

    open("servers/new?plan=s-1");

    assertThat(page()).contains("1,001 of 1,000 servers", "You have 1,000 of 1,000 servers.");
    tables().run("delete from server where tenant_id = '" + tenant + "'");
  }

  @Test
  void one_button_in_view_is_filled() {
    assertThat(find(Button.class).withId("order").single().getThemeNames()).contains("primary");
  }

  @SuppressWarnings("unchecked")
  private void choosePlan(Predicate<ServerPlan> which) {
    RadioButtonGroup<ServerPlan> plans = find(RadioButtonGroup.class).all().getFirst();
    var plan =
        plans
            .getListDataView()
            .getItems()
            .filter(which)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no plan is so"));
    plans.setValue(plan);
    ComponentUtil.fireEvent(
        plans, new AbstractField.ComponentValueChangeEvent<>(plans, plans, null, true));
  }

  private List<Server> servers() {
    return behind()
        .bean(ServerService.class)
        .list(callerOf(person), ServerFilter.ALL, PageRequest.FIRST)
        .items();
  }
}
