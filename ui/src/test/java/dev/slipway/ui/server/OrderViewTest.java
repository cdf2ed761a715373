package dev.slipway.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.slipway.api.ApiServer;
import dev.slipway.api.server.OrderFixtures;
import dev.slipway.api.server.ServerService;
import dev.slipway.ui.shell.PanelTest;
import dev.slipway.workflows.catalog.ServerPlan;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerFilter;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderViewTest extends PanelTest {
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

    assertThat(only(TextField.class).getErrorMessage()).contains("lower-case letters");
    assertThat(find(Button.class).withId("order").single().isEnabled()).isFalse();
  }

  @Test
  void a_taken_name_stands_in_the_way() {
    var taken = order(person).server().name().value();

    test(only(TextField.class)).setValue(taken);

    assertThat(page()).contains("The name " + taken + " is taken.");
    assertThat(find(Button.class).withId("order").single().isEnabled()).isFalse();
  }

  @Test
  void a_plan_with_an_own_size_asks_for_it_and_prices_it() {
    choosePlan("custom");
    var before = find(Button.class).withId("order").single().getText();

    var vcpus = find(IntegerField.class).all().getFirst();
    test(vcpus).setValue(vcpus.getMax());

    assertThat(find(Button.class).withId("order").single().getText()).isNotEqualTo(before);
  }

  @Test
  void a_form_in_the_address_is_filled_again() {
    open(
        "servers/new?plan=custom&vcpus=3&memory=6144&disk=90&location=sim-2&image=alma-10"
            + "&network=none&name=web-kept");

    assertThat(only(TextField.class).getValue()).isEqualTo("web-kept");
    assertThat(find(IntegerField.class).all().stream().map(IntegerField::getValue))
        .containsExactly(3, 6, 90);
    assertThat(page()).contains("Verona", "AlmaLinux 10");
  }

  @Test
  void an_address_that_names_what_does_not_exist_is_an_unfilled_form() {
    open("servers/new?plan=nothing&vcpus=x&location=%3Cb%3E&image=gone&name=web-odd");

    assertThat(only(TextField.class).getValue()).isEqualTo("web-odd");
    assertThat(find(Button.class).withId("order").single().isEnabled()).isTrue();
  }

  @Test
  void one_button_in_view_is_filled() {
    assertThat(find(Button.class).withId("order").single().getThemeNames()).contains("primary");
  }

  @SuppressWarnings("unchecked")
  private void choosePlan(String part) {
    RadioButtonGroup<ServerPlan> plans = find(RadioButtonGroup.class).all().getFirst();
    var plan =
        plans
            .getListDataView()
            .getItems()
            .filter(each -> each.custom() != null)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no plan is " + part));
    plans.setValue(plan);
    com.vaadin.flow.component.ComponentUtil.fireEvent(
        plans,
        new com.vaadin.flow.component.AbstractField.ComponentValueChangeEvent<>(
            plans, plans, null, true));
  }

  private List<Server> servers() {
    return behind()
        .bean(ServerService.class)
        .list(callerOf(person), ServerFilter.ALL, PageRequest.FIRST)
        .items();
  }
}
