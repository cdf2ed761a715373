package dev.slipway.ui.action;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.grid.Grid;
import dev.slipway.api.ApiServer;
import dev.slipway.api.server.OrderFixtures;
import dev.slipway.ui.shell.PanelTest;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActionListViewTest extends PanelTest {
  private final ApiServer.Person person = behind().tenantUser();

  @Test
  void who_ordered_nothing_reads_what_the_page_is_for() {
    signIn(person);

    open("actions");

    assertThat(page()).contains("Nothing was ordered yet");
  }

  @Test
  void shows_actions_newest_first_and_filters_them_by_state() {
    var first = order(person);
    var second = order(person);
    tables().end(first.action().id().value(), "succeeded");
    signIn(person);

    open("actions");
    var all = rows();
    open("actions?state=done");

    assertThat(all)
        .extracting(ActionRow::title)
        .containsExactly("Create " + second.server().name(), "Create " + first.server().name());
    assertThat(rows()).extracting(row -> row.action().id()).containsExactly(first.action().id());
  }

  @Test
  void what_an_action_does_never_repeats_its_state() {
    var done = order(person);
    tables().end(done.action().id().value(), "succeeded");
    var undone = order(person);
    tables().end(undone.action().id().value(), "aborted");
    order(person);
    signIn(person);

    open("actions");

    assertThat(rows()).hasSize(3);
    assertThat(rows())
        .allSatisfy(row -> {
          var beside = ActionWords.beside(row.action(), false);
          assertThat(beside).isNotEqualTo(ActionWords.word(row.action(), false));
        });
    assertThat(rows().stream().map(row -> ActionWords.beside(row.action(), false)))
        .anyMatch(words -> words.startsWith("Finished in "))
        .anyMatch(words -> words.startsWith("Cancelled, everything"));
  }

  @Test
  void an_action_is_called_by_todays_name_of_its_server_wherever_it_stands() {
    var ordered = order(person);
    var action = ordered.action().id().value();
    signIn(person);
    var renamed = OrderFixtures.aName();
    tables()
        .run(
            "update server set name = '%s' where id = '%s'"
                .formatted(renamed, ordered.server().id()));

    open("actions");
    assertThat(rows()).singleElement().extracting(ActionRow::title).isEqualTo("Create " + renamed);
    open("actions/" + action);
    assertThat(page())
        .contains("Create " + renamed)
        .doesNotContain(ordered.server().name().value());
  }

  @Test
  void a_page_beyond_the_last_leads_to_the_last() {
    var ordered = order(person);
    signIn(person);

    open("actions?page=2");

    assertThat(rows()).extracting(row -> row.action().id()).containsExactly(ordered.action().id());
    assertThat(page()).contains("Showing 1–1 of 1");
  }

  @Test
  void shows_the_actions_of_one_server() {
    var wanted = order(person);
    order(person);
    signIn(person);

    open(ActionNavigation.ofResource(wanted.server().id().value()));

    assertThat(rows()).extracting(row -> row.action().id()).containsExactly(wanted.action().id());
  }

  @Test
  void a_character_that_no_id_can_have_matches_nothing() {
    order(person);
    signIn(person);

    open("actions?resource=%00");

    assertThat(page()).contains("No action matches");
  }

  @Test
  void an_operator_reads_whose_they_are() {
    var ordered = order(person);
    signIn(behind().operator());

    open(ActionNavigation.ofResource(ordered.server().id().value()));

    assertThat(rows())
        .singleElement()
        .extracting(ActionRow::tenant)
        .asString()
        .startsWith("Tenant ");
  }

  @Test
  void the_tray_counts_what_runs() {
    tables().run(order(person).action().id().value(), "create-machine");
    signIn(person);

    open("actions");

    assertThat(page()).contains("1 running").doesNotContain("1 waiting");
  }

  @Test
  void the_tray_tells_what_runs_from_what_waits_and_what_is_delayed() {
    order(person);
    tables().run(order(person).action().id().value(), "create-machine");
    tables().park(order(person).action().id().value(), "create-machine", "capacity");
    signIn(person);

    open("actions");

    assertThat(page()).contains("1 running, 1 waiting, 1 delayed");
  }

  @Test
  void what_is_queued_waits_and_does_not_run() {
    var later = order(person);
    signIn(person);

    open("actions?state=running");
    assertThat(page()).contains("No action matches");

    open("actions?state=waiting");
    assertThat(rows())
        .singleElement()
        .extracting(row -> row.action().id())
        .isEqualTo(later.action().id());
  }

  @SuppressWarnings("unchecked")
  private List<ActionRow> rows() {
    return only(Grid.class).getListDataView().getItems().toList();
  }
}
