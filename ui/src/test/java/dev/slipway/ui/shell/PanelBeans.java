package dev.slipway.ui.shell;

import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.di.InstantiatorFactory;
import com.vaadin.flow.server.VaadinService;
import dev.slipway.api.ApiServer;
import dev.slipway.ui.http.MicronautInstantiator;
import io.micronaut.context.BeanContext;
import java.util.Map;

/// Makes views from the real beans: services, a real database, and an engine that tests play.
public final class PanelBeans implements InstantiatorFactory {
  private static final class Shared {
    static final ApiServer SERVER =
        ApiServer.with(
            Map.of(
                "slipway.web.enabled", "false",
                "slipway.port", "0",
                "slipway.rate.window", "1h"));
  }

  /// What stands behind the panel.
  public static ApiServer behind() {
    return Shared.SERVER;
  }

  @Override
  public Instantiator createInstantitor(VaadinService service) {
    return new MicronautInstantiator(service, behind().bean(BeanContext.class));
  }
}
