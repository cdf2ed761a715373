package dev.slipway.ui.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerId;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerListViewTest extends ServerListTest {
  @Test
  void a_new_tenant_reads_what_servers_are_for_and_may_order_one() {
    open("servers");

    assertThat(page()).contains("No servers yet", "Order server", "POST /api/v1/servers");
  }

  @Test
  void there_is_one_filled_button_before_the_first_server_and_after() {
    open("servers");
    assertThat(filled()).hasSize(1);

    order(person);

    eventually(() -> assertThat(find(Grid.class).all()).isNotEmpty());
    assertThat(filled()).singleElement().extracting(Button::getText).isEqualTo("Order server");
  }

  private List<Button> filled() {
    return find(Button.class).all().stream().filter(each -> each.hasThemeName("primary")).toList();
  }

  @Test
  void shows_the_tenants_servers_and_nobody_elses() {
    var mine = order(person).server();
    var theirs = order(behind().tenantUser()).server();

    open("servers");

    assertThat(rows()).extracting(row -> row.server().id()).containsExactly(mine.id());
    assertThat(page()).contains("Showing 1–1 of 1").doesNotContain(theirs.name().value());
  }

  @Test
  void the_state_that_is_asked_for_in_the_address_is_the_one_that_is_shown() {
    var running = order(person).server();
    order(person);
    tables().server(running.id().value(), "running");

    open("servers?state=running");

    assertThat(rows()).extracting(row -> row.server().id()).containsExactly(running.id());
    assertThat(pressed()).singleElement().asString().contains("Running");
  }

  @Test
  void a_filter_that_hides_everything_says_so_and_can_be_cleared() {
    order(person);

    open("servers?state=failed&q=zzz");

    assertThat(page()).contains("No server matches", "1 server is hidden by the filter");
    test(find(Button.class).withText("Clear filters").single()).click();
    assertThat(rows()).hasSize(1);
  }

  @Test
  void a_server_without_a_public_address_is_only_said_to_get_one_while_it_is_built() {
    var server = order(person).server();

    open("servers");
    assertThat(addressIn(rows().getFirst())).isEqualTo("not yet");
    assertThat(cardOf(rows().getFirst())).contains("not yet");

    tables().server(server.id().value(), "running");
    open("servers?state=running");
    assertThat(addressIn(rows().getFirst())).isEqualTo("none");
    assertThat(cardOf(rows().getFirst())).contains("none").doesNotContain("not yet");
  }

  private static Object addressIn(ServerRow row) {
    var cells = new ServerCells(false, behind().bean(Live.class));
    var shown = cells.on(LitRenderer.of("")).getValueProviders().get("noAddress");
    return Objects.requireNonNull(shown).apply(row);
  }

  private static String cardOf(ServerRow row) {
    var cards = new ServerCards(false, behind().bean(Live.class));
    cards.show(List.of(row));
    return cards.getElement().getTextRecursively();
  }

  @Test
  void the_text_filter_narrows_by_name() {
    var wanted = order(person).server();
    order(person);
    open("servers");

    test(nameFilter()).setValue(wanted.name().value());

    assertThat(rows()).extracting(row -> row.server().name()).contains(wanted.name());
  }

  @Test
  void a_tenant_reads_delayed_where_an_operator_reads_attention() {
    var ordered = order(person);
    tables().park(ordered.action().id().value(), "create-machine", "capacity");

    open("servers");

    assertThat(ServerState.of(rows().getFirst(), false).word()).isEqualTo("Delayed");
    assertThat(ServerState.of(rows().getFirst(), true).word()).isEqualTo("Attention");
  }

  @Test
  void the_order_that_is_asked_for_in_the_address_is_the_one_that_is_shown() {
    var first = order(person).server();
    var second = order(person).server();

    open("servers?sort=created_at");
    assertThat(ids()).containsExactly(first.id(), second.id());

    open("servers?sort=name:desc");
    assertThat(rows())
        .extracting(row -> row.server().name().value())
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void what_is_delayed_or_waits_has_a_filter_of_its_own_and_is_not_in_progress() {
    open("servers");
    assertThat(chips()).as("nothing waits").noneMatch(chip -> chip.contains("Waiting"));
    var delayed = order(person);
    var begun = order(person);
    var other = begun.server();
    var waiting = order(person).server();
    tables().run(begun.action().id().value(), "create-machine");
    tables().park(delayed.action().id().value(), "create-machine", "capacity");

    open("servers?state=delayed");
    assertThat(rows()).extracting(row -> row.server().id()).containsExactly(delayed.server().id());
    assertThat(pressed()).singleElement().asString().contains("Delayed1");
    assertThat(chips()).anyMatch(chip -> chip.contains("In progress1"));

    assertThat(chips()).anyMatch(chip -> chip.contains("Waiting1"));

    open("servers?state=progress");
    assertThat(rows()).extracting(row -> row.server().id()).containsExactly(other.id());

    open("servers?state=waiting");
    assertThat(rows()).extracting(row -> row.server().id()).containsExactly(waiting.id());
  }

  @Test
  void an_operators_filter_calls_it_attention() {
    signIn(behind().operator());

    open("servers");

    assertThat(chips()).anyMatch(chip -> chip.contains("Needs attention"));
  }

  @Test
  void changes_arrive_without_loading_the_page_again() {
    var ordered = order(person);
    open("servers");

    tables().run(ordered.action().id().value(), "create-machine");

    eventually(() ->
        assertThat(rows())
            .singleElement()
            .satisfies(row ->
                assertThat(row.action())
                    .extracting(action -> action.status().code())
                    .isEqualTo("running")));
  }

  @Test
  void an_address_that_makes_no_sense_shows_everything() {
    Server server = order(person).server();

    open("servers?state=nonsense&page=-3");

    assertThat(rows()).extracting(row -> row.server().id()).containsExactly(server.id());
  }

  /// A character 0, and half of a pair.
  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "a\uD800b"})
  void a_character_that_no_name_can_have_matches_nothing(String typed) {
    open("servers?q=%00");
    assertThat(page()).contains("No server matches");
    open("servers");
    assertThat(page()).contains("No servers yet");

    test(nameFilter()).setValue(typed);

    assertThat(page()).contains("No server matches");
  }

  @Test
  void what_a_server_is_made_of_has_names() {
    order(person);

    open("servers");

    assertThat(rows())
        .extracting(ServerRow::planName, ServerRow::imageName, ServerRow::placeName)
        .containsExactly(tuple("Small 1", "Debian 13", "Lübeck"));
  }

  private TextField nameFilter() {
    return find(TextField.class).withClassName("sw-filter").single();
  }

  @Test
  void a_page_beyond_the_last_leads_to_the_last() {
    var server = order(person).server();

    open("servers?page=999");

    assertThat(rows()).extracting(row -> row.server().id()).containsExactly(server.id());
    assertThat(page()).contains("Showing 1–1 of 1").doesNotContain("No servers yet");
  }

  @Test
  void ten_thousand_servers_are_as_quick_as_a_few() {
    tables()
        .run(
            """
            insert into server (id, tenant_id, name, status, plan, vcpus, memory_mib, disk_gib,
              image, location, created_at, updated_at)
            select 'srv_' || '%1$s' || n, '%2$s', 'many-' || n, 'running', 's-1', 1, 1024, 25,
              'debian-13', 'sim-1', now() - n * interval '1 second', now()
            from generate_series(1, 10000) n
            """
                .formatted(person.tenant().value().replace("_", ""), person.tenant().value()));

    assertTimeout(Duration.ofSeconds(3), () -> open("servers"));
    assertThat(rows())
        .hasSize(50)
        .first()
        .extracting(row -> row.server().name().value())
        .isEqualTo("many-1");
    assertThat(page()).contains("Showing 1–50 of more than 1,000");

    assertTimeout(Duration.ofSeconds(3), () -> open("servers?page=200"));
    assertThat(rows())
        .last()
        .extracting(row -> row.server().name().value())
        .isEqualTo("many-10000");
    assertThat(page()).contains("Showing 9,951–10,000 of 10,000", "200 of 200");

    open("servers?page=4000");
    assertThat(page()).contains("Showing 9,951–10,000 of 10,000");
    open("servers");
    test(find(Button.class).withAttribute("aria-label", "Last page").single()).click();
    assertThat(page()).contains("Showing 9,951–10,000 of 10,000");
    tables().run("delete from server where tenant_id = '" + person.tenant() + "'");
  }

  @Test
  void a_row_shows_its_action_however_many_others_are_at_work() {
    var oldest = order(person);
    for (int i = 0; i < 2 * ServerQuery.PER_PAGE; i++) {
      order(person);
    }

    open("servers?page=3");

    assertThat(rows())
        .singleElement()
        .satisfies(row -> assertThat(row.action()).isNotNull())
        .extracting(row -> row.server().id())
        .isEqualTo(oldest.server().id());
  }

  @Test
  void a_page_has_as_many_rows_as_one_chooses_and_the_address_says_so() {
    for (int i = 0; i < 26; i++) {
      order(person);
    }
    open("servers");
    assertThat(rows()).hasSize(26);

    test(rowsToAPage()).selectItem("25 rows");

    assertThat(rows()).hasSize(25);
    assertThat(page()).contains("Showing 1–25 of 26", "1 of 2");
    open("servers?per_page=100");
    assertThat(rows()).hasSize(26);
  }

  @Test
  void a_number_of_rows_that_is_not_offered_is_as_usual() {
    order(person);

    open("servers?per_page=99999");

    assertThat(rowsToAPage().getValue()).isEqualTo(ServerQuery.PER_PAGE);
  }

  @Test
  void servers_are_shown_as_cards_where_one_likes_that() {
    var ordered = order(person);
    open("servers");

    pressForm("cards");

    var card = only(ServerCards.class).getElement().getTextRecursively();
    assertThat(card).contains(ordered.server().name().value(), "Small 1");
    assertThat(find(Grid.class).all()).isEmpty();
    tables().run(ordered.action().id().value(), "create-machine");
    eventually(() ->
        assertThat(only(ServerCards.class).getElement().getTextRecursively())
            .contains("Create the machine"));

    pressForm("regular");
    assertThat(only(Grid.class).hasThemeName("compact")).isFalse();
  }

  @SuppressWarnings("unchecked")
  private Select<Integer> rowsToAPage() {
    return (Select<Integer>) find(Select.class).withId("pager-rows").single();
  }

  private void pressForm(String form) {
    test(find(NativeButton.class).withId("form-" + form).single()).click();
  }

  @Test
  void labels_beyond_two_are_counted() {
    assertThat(ServerCells.few(List.of("a", "b"))).containsExactly("a", "b");
    assertThat(ServerCells.few(List.of("a", "b", "c"))).containsExactly("a", "and 2");
  }

  private List<ServerId> ids() {
    return rows().stream().map(row -> row.server().id()).toList();
  }
}
