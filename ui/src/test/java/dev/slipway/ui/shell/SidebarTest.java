package dev.slipway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextField;
import dev.slipway.api.ApiServer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SidebarTest extends PanelTest {
  private final ApiServer.Person person = behind().tenantUser();

  @Test
  void counts_what_a_page_counts_as_soon_as_the_page_does() {
    signIn(person);
    var first = order(person);
    open("servers");
    assertThat(beside("servers")).isEqualTo("1");
    tables()
        .run(
            "insert into server (id, tenant_id, name, status, plan, vcpus, memory_mib, disk_gib,"
                + " image, location, created_at, updated_at) select 'srv_untold"
                + first.server().id().value().substring(10)
                + "', tenant_id, 'untold', 'running', plan, vcpus, memory_mib, disk_gib, image,"
                + " location, now(), now() from server where id = '"
                + first.server().id()
                + "'");

    test(find(TextField.class).all().getFirst()).setValue("untold");

    assertThat(beside("servers")).isEqualTo("2");
  }

  @Test
  void a_number_that_it_does_not_show_is_nobodys() {
    signIn(person);
    open("servers");

    Counted.tell(Map.of("attention", 7L, "actions", 3L));

    assertThat(beside("actions")).isEqualTo("3");
    assertThat(find(SideNavItem.class).all()).noneMatch(item -> "attention".equals(item.getPath()));
  }

  private String beside(String path) {
    return find(SideNavItem.class).all().stream()
        .filter(item -> path.equals(item.getPath()))
        .map(SideNavItem::getSuffixComponent)
        .map(Component::getElement)
        .map(element -> element.getTextRecursively())
        .findFirst()
        .orElseThrow();
  }
}
