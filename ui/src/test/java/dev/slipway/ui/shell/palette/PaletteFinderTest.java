package dev.slipway.ui.shell.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import dev.slipway.api.ApiServer;
import dev.slipway.api.server.OrderRequest;
import dev.slipway.api.server.OrderRequest.OwnSize;
import dev.slipway.api.server.ServerService;
import dev.slipway.ui.shell.PanelTest;
import dev.slipway.ui.shell.palette.PaletteItem.Deed;
import dev.slipway.ui.shell.palette.PaletteItem.Group;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaletteFinderTest extends PanelTest {
  private final ApiServer.Person person = behind().tenantUser();
  private final PaletteFinder finder = behind().bean(PaletteFinder.class);

  private List<PaletteItem> find(String words) {
    return finder.find(callerOf(person), words);
  }

  @Test
  void before_anything_is_typed_it_offers_the_pages_one_may_open() {
    assertThat(find(""))
        .extracting(PaletteItem::label)
        .contains("Servers", "Actions", "Order server")
        .doesNotContain("Temporal", "Simulator", "Needs attention");
  }

  @Test
  void an_operator_is_offered_his_pages() {
    assertThat(finder.find(callerOf(behind().operator()), "temp"))
        .extracting(PaletteItem::label)
        .containsExactly("Temporal");
  }

  @Test
  void a_server_is_found_by_its_name_with_its_order_and_another_like_it() {
    var name = order(person).server().name().value();

    assertThat(find("  " + name + " "))
        .extracting(PaletteItem::group, PaletteItem::label)
        .containsExactlyInAnyOrder(
            tuple(Group.GO, name),
            tuple(Group.GO, "Create " + name),
            tuple(Group.ACT, "Edit " + name),
            tuple(Group.ACT, "Cancel the order of " + name),
            tuple(Group.CREATE, "Order a server like " + name));
    assertThat(find(name))
        .extracting(PaletteItem::hint)
        .contains("Queued, Small 1, Lübeck", "Small 1, Debian 13, Lübeck");
  }

  @Test
  void the_addresses_of_the_server_that_fits_best_are_there_to_copy() {
    var server = order(person).server();
    assertThat(copied(server.name().value())).as("before it has any").isEmpty();
    tables()
        .run(
            "update server set ipv4 = '203.0.113.14', ipv6 = '2001:db8::14' where id = '%s'"
                .formatted(server.id()));

    assertThat(copied(server.name().value()))
        .extracting(PaletteItem::label, PaletteItem::hint, PaletteItem::deed)
        .containsExactlyInAnyOrder(
            tuple(
                "Copy IPv4 address of " + server.name(),
                "203.0.113.14",
                new Deed.Copy("203.0.113.14")),
            tuple(
                "Copy IPv6 address of " + server.name(),
                "2001:db8::14",
                new Deed.Copy("2001:db8::14")));
    assertThat(copied("203.0.113.14")).hasSize(2);
  }

  private List<PaletteItem> copied(String words) {
    return find(words).stream().filter(item -> item.deed() instanceof Deed.Copy).toList();
  }

  @Test
  void a_character_that_no_name_can_have_matches_nothing() {
    var name = order(person).server().name().value();

    assertThat(find(name + "\0")).isEmpty();
  }

  @Test
  void an_act_opens_what_asks_for_it_on_the_page_of_the_server() {
    signIn(person);
    var server = order(person).server();
    open("servers");

    run("Edit " + server.name());

    assertThat(open().getHeaderTitle()).isEqualTo("Edit " + server.name());
    assertThat(UI.getCurrent().getActiveViewLocation().getPath())
        .isEqualTo("servers/" + server.id());
    open().close();
    run("Cancel the order of " + server.name());
    assertThat(open().getHeaderTitle()).isEqualTo("Cancel the order of " + server.name());
  }

  @Test
  void another_like_one_has_its_own_size_and_its_networks() {
    signIn(person);
    ordered("own-1", "custom", new OwnSize(4, 8192, null), List.of("private"));
    ordered("plain-1", "custom", null, List.of("public", "private"));

    run("Order a server like own-1");
    assertThat(address())
        .contains("plan=custom", "vcpus=4", "memory=8192", "disk=80", "network=private")
        .doesNotContain("network=public");

    run("Order a server like plain-1");
    assertThat(address())
        .contains("plan=custom", "network=public&network=private")
        .doesNotContain("vcpus", "memory", "disk");
  }

  private void ordered(String name, String plan, @Nullable OwnSize size, List<String> networks) {
    var request =
        new OrderRequest(
            name,
            plan,
            size,
            "debian-13",
            "sim-1",
            networks,
            List.of(),
            Map.of(),
            null,
            null,
            null);
    behind().bean(ServerService.class).order(callerOf(person), request);
  }

  private static String address() {
    return UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters();
  }

  private void run(String label) {
    find(label.substring(label.lastIndexOf(' ') + 1)).stream()
        .filter(item -> item.label().equals(label))
        .findFirst()
        .map(item -> (Deed.Run) item.deed())
        .orElseThrow()
        .work()
        .run();
  }

  private Dialog open() {
    return find(Dialog.class).single();
  }

  @Test
  void the_server_of_just_this_name_comes_before_all_that_is_only_like_it() {
    List.of("par-1", "spar-1", "a-par-12", "par-10", "par-11", "par-12").forEach(this::orderNamed);

    var found = find("par-1");

    assertThat(found).first().extracting(PaletteItem::label).isEqualTo("par-1");
    assertThat(found)
        .extracting(PaletteItem::label)
        .contains("par-10", "Order a server like par-1");
    assertThat(found.getFirst().group()).isEqualTo(Group.GO);
  }

  @Test
  void a_command_that_fits_best_comes_first() {
    orderNamed("reorder-1");

    assertThat(find("order")).extracting(PaletteItem::label).startsWith("Order server");
  }

  private void orderNamed(String name) {
    var request = OrderRequest.of(name, "s-1", "debian-13", "sim-1");
    behind().bean(ServerService.class).order(callerOf(person), request);
  }

  @Test
  void an_order_is_found_by_its_id() {
    var action = order(person).action().id();

    assertThat(find(action.value())).extracting(PaletteItem::label).containsExactly(action.value());
  }

  @Test
  void another_tenants_servers_are_not_found() {
    var name = order(behind().tenantUser()).server().name().value();

    assertThat(find(name)).isEmpty();
  }

  @Test
  void there_are_never_more_rows_than_fit() {
    for (int i = 0; i < PaletteFinder.MOST; i++) {
      order(person);
    }

    assertThat(find("e")).hasSizeLessThanOrEqualTo(PaletteFinder.MOST);
  }
}
