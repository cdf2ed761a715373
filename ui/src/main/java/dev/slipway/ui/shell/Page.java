package dev.slipway.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.ui.shell.part.Wording;
import java.util.List;
import java.util.function.Consumer;

/// What every page of the panel is: a main area that knows the way to itself.
public abstract class Page extends Main implements HasDynamicTitle {

  /// A page with more style classes than its own, such as `data` for a wide one.
  @SuppressWarnings("this-escape") // components are built in their constructors
  protected Page(String... classes) {
    addClassName("sw-page");
    addClassNames(classes);
  }

  /// The way here; the last one is the page.
  public abstract List<Crumb> crumbs();

  @Override
  public String getPageTitle() {
    return Wording.text("page.title", crumbs().getLast().label());
  }

  /// Enters the page of one thing by the `:id` in its address. An id that cannot be one, and one of
  /// nothing that the caller may see, lead to the same page.
  ///
  /// @param show shows the thing; it throws [IllegalArgumentException] for what is no id, and
  ///   `not_found` for what is not there
  protected static void enter(BeforeEnterEvent event, Consumer<String> show) {
    try {
      show.accept(event.getRouteParameters().get("id").orElse(""));
    } catch (IllegalArgumentException notAnId) {
      event.rerouteToError(NotFoundException.class);
    } catch (ProblemException problem) {
      if (problem.type() != ProblemType.NOT_FOUND) {
        throw problem;
      }
      event.rerouteToError(NotFoundException.class);
    }
  }

  /// A heading with a quiet addition and buttons at its end.
  protected static Div heading(String title, String addition, Component... end) {
    var sub = new Span(addition);
    sub.addClassName("sub");
    var head = new Div(new H1(title), sub);
    head.addClassName("sw-page-head");
    if (end.length > 0) {
      var box = new Div(end);
      box.addClassNames("sw-end", "sw-row", "wrap");
      head.add(box);
    }
    return head;
  }
}
