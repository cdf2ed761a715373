package dev.slipway.ui.http;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.di.LookupInitializer;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.server.InitParameters;
import com.vaadin.flow.server.communication.JSR356WebsocketInitializer;
import io.micronaut.context.BeanContext;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.HandlesTypes;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Starts Vaadin with the views that Micronaut knows, so no class path is ever scanned.
final class VaadinInitializer implements ServletContainerInitializer {
  private static final List<Class<? extends Annotation>> VIEW_MARKS =
      List.of(Route.class, RouteAlias.class, Layout.class);

  /// How often an open page asks whether its session is still there, in seconds.
  private static final String SIGN_OF_LIFE = "60";

  private static final List<Class<?>> VIEW_TYPES =
      List.of(AppShellConfigurator.class, HasErrorParameter.class);

  private final BeanContext beans;

  VaadinInitializer(BeanContext beans) {
    this.beans = beans;
  }

  @Override
  public void onStartup(@Nullable Set<Class<?>> ignored, ServletContext context)
      throws ServletException {
    var types = panelTypes();
    for (var initializer : ServiceLoader.load(ServletContainerInitializer.class)) {
      if (initializer.getClass().getPackageName().startsWith("com.vaadin.")) {
        initializer.onStartup(handledBy(initializer, types), context);
      }
    }
    var servlet = context.addServlet("panel", new MicronautVaadinServlet(beans));
    servlet.addMapping("/*");
    servlet.setAsyncSupported(true);
    servlet.setLoadOnStartup(1);
    servlet.setInitParameter(InitParameters.SERVLET_PARAMETER_HEARTBEAT_INTERVAL, SIGN_OF_LIFE);
    new JSR356WebsocketInitializer().init(context);
  }

  /// Without Vaadin's own lookup among them, its first initializer does nothing, and says nothing.
  private Set<Class<?>> panelTypes() {
    Stream<BeanDefinition<?>> marked =
        VIEW_MARKS.stream()
            .flatMap(mark -> beans.getBeanDefinitions(Qualifiers.byStereotype(mark)).stream());
    Stream<BeanDefinition<?>> typed =
        VIEW_TYPES.stream().flatMap(type -> beans.getBeanDefinitions(type).stream());
    var types = new HashSet<Class<?>>();
    types.add(LookupInitializer.class);
    Stream.concat(marked, typed).map(BeanDefinition::getBeanType).forEach(types::add);
    return types;
  }

  private static Set<Class<?>> handledBy(
      ServletContainerInitializer initializer, Set<Class<?>> types) {
    var handled = initializer.getClass().getAnnotation(HandlesTypes.class);
    if (handled == null) {
      return Set.of();
    }
    return types.stream()
        .filter(type -> Stream.of(handled.value()).anyMatch(wanted -> concerns(wanted, type)))
        .collect(Collectors.toSet());
  }

  private static boolean concerns(Class<?> wanted, Class<?> type) {
    return wanted.isAnnotation()
        ? type.isAnnotationPresent(wanted.asSubclass(Annotation.class))
        : wanted.isAssignableFrom(type);
  }
}
