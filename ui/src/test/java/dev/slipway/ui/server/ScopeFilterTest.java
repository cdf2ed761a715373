package dev.slipway.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.textfield.TextField;
import dev.slipway.api.ApiServer;
import dev.slipway.ui.shell.PanelTest;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScopeFilterTest extends PanelTest {
  private final ApiServer.Person person = behind().tenantUser();

  @BeforeEach
  void enter() {
    signIn(person);
  }

  @Test
  void an_operator_reads_whose_servers_they_are_and_narrows_them_to_one_tenant() {
    var mine = order(person).server();
    order(behind().tenantUser());
    var name = tables().value("select name from tenant where id = '" + person.tenant() + "'");
    signIn(behind().operator());

    open("servers?tenant=" + person.tenant());

    assertThat(rows()).extracting(row -> row.server().id()).containsExactly(mine.id());
    assertThat(rows()).extracting(ServerRow::tenantName).containsExactly(name);
    assertThat(isShown("Tenant")).isTrue();
    assertThat(scope()).isEqualTo(name);
  }

  @Test
  void who_sees_only_his_own_servers_reads_no_tenant() {
    order(person);

    open("servers");

    assertThat(rows()).extracting(ServerRow::tenantName).containsOnlyNulls();
    assertThat(isShown("Tenant")).isFalse();
    assertThat(find(ComboBox.class).all()).noneMatch(Component::isVisible);
  }

  @Test
  void the_place_and_the_labels_that_are_asked_for_are_those_that_are_shown() {
    var wanted = order(person).server();
    var elsewhere = order(person).server();
    var plain = order(person).server();
    label(wanted, "{\"env\":\"prod\",\"tier\":\"web\"}");
    label(elsewhere, "{\"env\":\"prod\"}");
    tables().run("update server set location = 'sim-2' where id = '" + elsewhere.id() + "'");

    open("servers?location=sim-1");
    assertThat(ids()).containsExactlyInAnyOrder(wanted.id(), plain.id());
    open("servers?label=env%3Dprod");
    assertThat(ids()).containsExactlyInAnyOrder(wanted.id(), elsewhere.id());
    open("servers?location=sim-1&label=env%3Dprod&label=tier%3Dweb");

    assertThat(ids()).containsExactly(wanted.id());
    assertThat(scope()).isEqualTo("Lübeck, env=prod, tier=web");
    test(labelFilter()).setValue("env=test env=prod");
    assertThat(ids()).as("of two values the last").containsExactly(wanted.id());
    assertThat(labelFilter().getValue()).as("and it is shown").isEqualTo("env=prod");
    test(labelFilter()).setValue("env=test, tier=web");
    assertThat(page()).contains("No server matches");
    test(find(Button.class).withText("Clear filters").single()).click();
    assertThat(ids()).hasSize(3);
    assertThat(scope()).isEqualTo("Filters");
  }

  private void label(Server server, String labels) {
    tables().run("update server set labels = '%s' where id = '%s'".formatted(labels, server.id()));
  }

  private String scope() {
    return find(Button.class).withId("scope").single().getText();
  }

  private boolean isShown(String header) {
    Grid<?> grid = only(Grid.class);
    return grid.getColumns().stream()
        .anyMatch(column -> column.isVisible() && header.equals(column.getHeaderText()));
  }

  private TextField labelFilter() {
    return find(TextField.class).withPropertyValue(TextField::getLabel, "Labels").single();
  }

  @SuppressWarnings("unchecked")
  private List<ServerRow> rows() {
    return only(Grid.class).getListDataView().getItems().toList();
  }

  private List<ServerId> ids() {
    return rows().stream().map(row -> row.server().id()).toList();
  }
}
