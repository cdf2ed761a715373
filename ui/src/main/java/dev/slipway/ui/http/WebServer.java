package dev.slipway.ui.http;

import io.micronaut.context.BeanContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.core.util.StringUtils;
import io.micronaut.json.JsonMapper;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.jetty.http.pathmap.ServletPathSpec;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/// The public port: the panel at `/`, the API and the health pages handed to Micronaut behind it.
///
/// It opens as soon as Micronaut's own server has its (inner, loopback) port.
@Singleton
@Requires(property = "slipway.web.enabled", notEquals = StringUtils.FALSE)
public class WebServer implements ApplicationEventListener<ServerStartupEvent> {
  /// A request goes on when all of it is there, so that slow ones occupy nothing behind this port.
  private static final RetainedContentLoaderFactory BODIES =
      new RetainedContentLoaderFactory(1024 * 1024, -1, true);

  private final BeanContext beans;
  private final WebSettings settings;
  private final Server server = new Server(new VirtualThreadPool());
  private final ServerConnector connector;

  WebServer(BeanContext beans, WebSettings settings) {
    this.beans = beans;
    this.settings = settings;
    this.connector = new ServerConnector(server, new PublicConnections(http(settings)));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.addBean(new SlowClients(connector, settings.requestPatience()));
    server.addConnector(connector);
  }

  /// Where people and programs reach Slipway.
  public URI address() {
    return URI.create("http://%s:%d".formatted(settings.host(), connector.getLocalPort()));
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    var api =
        routes(new ApiLanes(event.getSource().getURI(), settings.silence(), settings.waiting()));
    var panel = new PanelOrigins(new PanelMethods(Panel.serve(beans, settings)));
    server.setHandler(new SecurityHeaders(new Handler.Sequence(api, panel)));
    server.setErrorHandler(new EdgeErrors(beans.getBean(JsonMapper.class)));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(
          "opening port %d on %s".formatted(settings.port(), settings.host()), e);
    }
  }

  /// What programs ask for, and nothing else.
  static Handler routes(Handler api) {
    var routes = new PathMappingsHandler();
    var whole = new EagerContentHandler(api, BODIES);
    ApiPaths.ALL.forEach(path -> routes.addMapping(new ServletPathSpec(path + "/*"), whole));
    return routes;
  }

  /// Closes the public port; what runs behind it is not touched.
  @PreDestroy
  public void close() {
    LifeCycle.stop(server);
  }

  static HttpConfiguration http(WebSettings settings) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.addCustomizer(
        settings.behindProxy() ? new ForwardedRequestCustomizer() : new UndeclaredProxy());
    return http;
  }
}
