package dev.slipway.ui.http;

import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.StaticFileHandler;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import io.micronaut.context.BeanContext;

/// Vaadin's servlet, whose views are made by Micronaut.
final class MicronautVaadinServlet extends VaadinServlet {
  private final transient BeanContext beans;

  MicronautVaadinServlet(BeanContext beans) {
    this.beans = beans;
  }

  @Override
  protected VaadinServletService createServletService(DeploymentConfiguration configuration)
      throws ServiceException {
    var service = new MicronautVaadinService(this, configuration, beans);
    service.init();
    return service;
  }

  @Override
  protected StaticFileHandler createStaticFileHandler(VaadinService service) {
    return new PanelFiles(service);
  }
}
