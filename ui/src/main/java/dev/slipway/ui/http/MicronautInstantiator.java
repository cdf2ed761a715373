package dev.slipway.ui.http;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.router.InternalServerError;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.slipway.ui.shell.failure.FailureWithoutFrame;
import io.micronaut.context.BeanContext;
import java.util.stream.Stream;

/// Makes views and components through Micronaut where they are beans, as Vaadin does otherwise. In
/// place of the last page that Vaadin has for errors it makes ours.
public final class MicronautInstantiator extends DefaultInstantiator {
  private final transient BeanContext beans;

  public MicronautInstantiator(VaadinService service, BeanContext beans) {
    super(service);
    this.beans = beans;
  }

  @Override
  public <T> T getOrCreate(Class<T> type) {
    if (type == InternalServerError.class) {
      return type.cast(new FailureWithoutFrame());
    }
    return beans.containsBean(type) ? beans.getBean(type) : super.getOrCreate(type);
  }

  @Override
  public <T extends Component> T createComponent(Class<T> type) {
    return beans.containsBean(type) ? beans.getBean(type) : super.createComponent(type);
  }

  @Override
  public Stream<VaadinServiceInitListener> getServiceInitListeners() {
    return Stream.concat(
        super.getServiceInitListeners(),
        beans.getBeansOfType(VaadinServiceInitListener.class).stream());
  }
}
