package dev.slipway.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import io.micronaut.context.BeanContext;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ViewsTest {
  @Test
  void every_view_declares_a_permission_or_that_it_is_for_everybody() {
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
            Stream.of(Needs.class, AnonymousAllowed.class, PermitAll.class)
                    .filter(view::isAnnotationPresent)
                    .count()
                == 1);
  }
}
