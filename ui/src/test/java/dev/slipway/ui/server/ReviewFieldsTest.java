package dev.slipway.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.slipway.api.ApiServer;
import dev.slipway.api.server.OrderFixtures;
import dev.slipway.api.server.ServerService;
import dev.slipway.ui.shell.PanelTest;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerFilter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewFieldsTest extends PanelTest {
  private final ApiServer.Person person = behind().tenantUser();

  @BeforeEach
  void enter() {
    signIn(person);
    open("servers/new");
  }

  @Test
  void labels_are_typed_one_by_one_or_together_and_ordered_with() {
    var name = OrderFixtures.aName();
    test(only(TextField.class)).setValue(name);

    typeLabels("env=test");
    typeLabels("tier=web, env=prod  solo");

    assertThat(labels().getValue()).containsExactlyInAnyOrder("env=prod", "solo", "tier=web");
    assertThat(page()).contains(name + ", 3 labels");
    assertThat(tags()).containsExactly("env=prod", "solo", "tier=web");
    press("order");
    assertThat(servers().getFirst().labels())
        .isEqualTo(Map.of("env", "prod", "solo", "", "tier", "web"));
  }

  @ParameterizedTest
  @CsvSource({
    "a~b/=1, a~b/: A label's key has",
    "env=a=b, env: A label's value has",
    "=prod, A label's key has"
  })
  void a_label_that_is_none_is_refused_at_its_field(String typed, String why) {
    test(only(TextField.class)).setValue(OrderFixtures.aName());

    typeLabels(typed);

    eventually(() -> {
      assertThat(labels().isInvalid()).isTrue();
      assertThat(labels().getErrorMessage()).startsWith(why);
      assertThat(find(PartMark.class).all().getLast().hasClassName("ok")).isFalse();
      assertThat(find(Div.class).withId("order-open").single().getText())
          .isEqualTo("Still open: Name and review");
    });
    take(labels(), Set.of());
    eventually(() -> {
      assertThat(labels().isInvalid()).isFalse();
      assertThat(find(Div.class).withId("order-open").single().getText()).isEmpty();
    });
  }

  @Test
  void more_labels_than_a_server_can_have_are_refused_together() {
    open("servers");
    var many = IntStream.range(0, 33).mapToObj(n -> "&label=l" + n).collect(Collectors.joining());
    open("servers/new?plan=s-1&name=many" + many);

    assertThat(labels().getErrorMessage()).isEqualTo("A server has at most 32 labels.");
  }

  @Test
  void labels_in_the_address_are_chips_again() {
    open("servers");
    open("servers/new?plan=s-1&label=env%3Dprod&label=solo");

    assertThat(labels().getValue()).containsExactlyInAnyOrder("env=prod", "solo");
    assertThat(tags()).containsExactly("env=prod", "solo");
  }

  @Test
  void user_data_is_ordered_with_and_stands_in_no_address() {
    var name = OrderFixtures.aName();
    test(only(TextField.class)).setValue(name);
    var script = "#cloud-config\nruncmd: [echo secret]";

    test(only(TextArea.class)).setValue(script);

    assertThat(tags()).containsExactly("with user data");
    assertThat(page()).contains(name + ", with user data");
    assertThat(OrderDraft.address(only(OrderForm.class).request()).getQueryString())
        .contains("name=" + name)
        .doesNotContain("secret");
    press("order");
    assertThat(
            tables()
                .value(
                    "select user_data is not null from server where name = '%s'".formatted(name)))
        .isEqualTo("t");
  }

  @Test
  void user_data_that_is_too_long_is_refused_where_it_was_typed() {
    test(only(TextField.class)).setValue(OrderFixtures.aName());

    test(only(TextArea.class)).setValue("x".repeat(32 * 1024 + 1));

    eventually(() -> {
      assertThat(only(TextArea.class).getErrorMessage()).isEqualTo("User data has at most 32 KiB.");
      assertThat(only(NativeDetails.class).isOpen()).isTrue();
      assertThat(find(PartMark.class).all().getLast().hasClassName("ok")).isFalse();
    });
  }

  @SuppressWarnings("unchecked")
  private MultiSelectComboBox<String> labels() {
    return only(MultiSelectComboBox.class);
  }

  private void typeLabels(String typed) {
    ComponentUtil.fireEvent(
        labels(), new ComboBoxBase.CustomValueSetEvent<>(labels(), true, typed));
  }

  private static void take(MultiSelectComboBox<String> field, Set<String> left) {
    var before = field.getValue();
    field.setValue(left);
    ComponentUtil.fireEvent(
        field, new AbstractField.ComponentValueChangeEvent<>(field, field, before, true));
  }

  private List<String> tags() {
    return find(Span.class).withClassName("sw-tag").all().stream().map(Span::getText).toList();
  }

  private List<Server> servers() {
    return behind()
        .bean(ServerService.class)
        .list(callerOf(person), ServerFilter.ALL, PageRequest.FIRST)
        .items();
  }
}
