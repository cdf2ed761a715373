package dev.slipway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.BeanContext;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import org.junit.jupiter.api.Test;

class ViewsTest {
  @Test
  void every_view_declares_a_permission_or_that_it_is_public() {
    var views =
        PanelBeans.behind()
            .bean(BeanContext.class)
            .getBeanDefinitions(Qualifiers.byStereotype(Route.class))
            .stream()
            .map(BeanDefinition::getBeanType)
            .toList();

    assertThat(views).hasSizeGreaterThanOrEqualTo(8);
    assertThat(views)
        .allMatch(view ->
            view.isAnnotationPresent(Needs.class)
                != view.isAnnotationPresent(AnonymousAllowed.class));
  }
}
