package dev.slipway.ui.http;

import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import io.micronaut.context.BeanContext;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/// Vaadin's service with Micronaut's beans, serving static files from the class path alone.
final class MicronautVaadinService extends VaadinServletService {
  private static final String RESOURCES = "META-INF/resources";

  private final transient BeanContext beans;

  MicronautVaadinService(
      VaadinServlet servlet, DeploymentConfiguration configuration, BeanContext beans) {
    super(servlet, configuration);
    this.beans = beans;
  }

  @Override
  protected Instantiator createInstantiator() {
    return new MicronautInstantiator(this, beans);
  }

  @Override
  public @Nullable URL getStaticResource(String path) {
    return getResource(path);
  }

  /// The servlet container would look below the root of the file system here.
  @Override
  public @Nullable URL getResource(String path) {
    if (path.contains("..")) {
      return null;
    }
    var relative = path.startsWith("/") ? path : "/" + path;
    return getClassLoader().getResource(RESOURCES + relative);
  }
}
