package dev.slipway.ui.server;

import com.vaadin.flow.component.grid.Grid;
import dev.slipway.api.ApiServer;
import dev.slipway.ui.shell.PanelTest;
import dev.slipway.ui.shell.part.Chip;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/// The list of servers, opened by a tenant's user who has none yet.
abstract class ServerListTest extends PanelTest {
  final ApiServer.Person person = behind().tenantUser();

  @BeforeEach
  void enter() {
    signIn(person);
  }

  /// What is listed.
  @SuppressWarnings("unchecked")
  final List<ServerRow> rows() {
    return only(Grid.class).getListDataView().getItems().toList();
  }

  /// What the chips say.
  final List<String> chips() {
    return said(find(Chip.class).all().stream());
  }

  /// What those say that are on.
  final List<String> pressed() {
    return said(
        find(Chip.class).all().stream()
            .filter(chip -> "true".equals(chip.getElement().getAttribute("aria-pressed"))));
  }

  private static List<String> said(Stream<Chip> chips) {
    return chips.map(chip -> chip.getElement().getTextRecursively()).toList();
  }
}
