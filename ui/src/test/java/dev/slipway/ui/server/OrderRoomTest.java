package dev.slipway.ui.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import dev.slipway.ui.shell.PanelTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrderRoomTest extends PanelTest {

  @BeforeEach
  void fill() {
    tables().run("update sim_host set free_vcpus = 0 where location = 'sim-2'");
  }

  @AfterEach
  void empty() {
    tables().run("update sim_host set free_vcpus = vcpus where location = 'sim-2'");
  }

  @Test
  void where_there_is_no_room_nothing_is_ordered_and_both_buttons_say_why() {
    signIn(behind().tenantUser());

    open("servers/new?plan=s-1&image=debian-13&location=sim-2&name=fits-nowhere");

    eventually(() -> assertThat(page()).contains("has no room for this size"));
    assertThat(buttons()).hasSize(2).noneMatch(Button::isEnabled);

    open("servers");
    open("servers/new?plan=s-1&image=debian-13&location=sim-1&name=fits-here");
    eventually(() -> assertThat(buttons()).allMatch(Button::isEnabled));
  }

  private List<Button> buttons() {
    return List.of(
        find(Button.class).withId("order").single(),
        find(Button.class).withId("order-narrow").single());
  }
}
