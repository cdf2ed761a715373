package dev.slipway.ui.shell;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What something on a page counted just now. Whoever counts the same says the same number at once,
/// and not when its own turn comes.
public final class Counted extends ComponentEvent<UI> {

  private static final long serialVersionUID = 1L;

  private final transient Map<String, Long> numbers;

  private Counted(UI source, Map<String, Long> numbers) {
    super(source, false);
    this.numbers = Map.copyOf(numbers);
  }

  /// Tells the rest of the page.
  ///
  /// @param numbers by the path of the page in the sidebar, such as `attention`
  public static void tell(Map<String, Long> numbers) {
    var ui = UI.getCurrent();
    if (ui != null) {
      ComponentUtil.fireEvent(ui, new Counted(ui, numbers));
    }
  }

  /// What was counted of a page, null where it was not.
  @Nullable Long at(String path) {
    return numbers.get(path);
  }
}
