package dev.slipway.deploy;

import dev.slipway.activities.temporal.EngineStartup;
import dev.slipway.activities.temporal.PanelAddress;
import dev.slipway.deploy.local.LocalWorld;
import dev.slipway.deploy.local.Openings;
import dev.slipway.ui.http.WebServer;
import dev.slipway.workflows.tenant.Passwords;
import dev.slipway.workflows.tenant.Users;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.scheduling.TaskExecutors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/// One running Slipway: starts every part in order, and stops them in the opposite one.
public final class Launcher implements AutoCloseable {
  private static final Duration SCHEDULES_END_WITHIN = Duration.ofSeconds(5);

  private final ApplicationContext context;
  private final Openings openings;

  private Launcher(ApplicationContext context, Openings openings) {
    this.context = context;
    this.openings = openings;
  }

  /// Starts Slipway as the environment says and prints one line once it accepts orders.
  public static void main(String[] arguments) {
    var openings = new Openings();
    var ending = new Ending(openings);
    ending.listen();
    try {
      Console.say(start(System.getenv(), openings).ready());
    } catch (WrongSettingsException wrong) {
      ending.failed(
          wrong.faults().stream().map(fault -> "Slipway could not start: " + fault).toList());
    } catch (RuntimeException | Error e) {
      ending.failed(List.of(Console.explain("Slipway could not start", e)));
    }
  }

  /// Starts Slipway as this environment says: what stands around it first, then the API, the worker
  /// and the panel.
  ///
  /// @throws WrongSettingsException before anything is started
  public static Launcher start(Map<String, String> environment) {
    return start(environment, new Openings());
  }

  /// Stopped in the midst by whoever closes what it has opened so far.
  private static Launcher start(Map<String, String> environment, Openings openings) {
    SettingChecks.check(environment);
    PublicPort.check(environment);
    SettingNames.warnings(environment).forEach(Console::say);
    try {
      LocalWorld world = LocalWorld.open(environment, openings);
      return new Launcher(startContext(environment, world, openings), openings);
    } catch (RuntimeException | Error e) {
      end(openings::close);
      throw e;
    }
  }

  private static ApplicationContext startContext(
      Map<String, String> environment, LocalWorld world, Openings openings) {
    world.temporal().notice().ifPresent(Console::say);
    var passwords = new FirstPasswords(world.passwords());
    var properties = LaunchSettings.of(environment, world, passwords);
    var started =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .environments("web", "worker")
            .environmentPropertySource(false)
            .propertySources(new GivenEnvironment(environment))
            .properties(properties)
            .start();
    var context = openings.open(started, () -> started, Launcher::end);
    passwords.show(context.getBean(Users.class), context.getBean(Passwords.class), Console::say);
    context.getBean(EngineStartup.class).start();
    context.getBean(EmbeddedServer.class).start();
    tellWhereThePanelIs(context);
    return context;
  }

  /// A process without a panel is told by its settings, or links nowhere.
  private static void tellWhereThePanelIs(ApplicationContext context) {
    context
        .findBean(WebServer.class)
        .ifPresent(server -> context.getBean(PanelAddress.class).servedAt(server.address()));
  }

  /// Where people and programs reach it; a process without a public port has no such place.
  public String address() {
    return context.getBean(WebServer.class).address().toString();
  }

  /// The running parts, for tests and benchmarks.
  public ApplicationContext context() {
    return context;
  }

  private String ready() {
    return context
        .findBean(WebServer.class)
        .map(server -> "Slipway is ready at " + server.address())
        .orElse("Slipway is ready, without a public port");
  }

  /// Refuses new requests first, then ends what works behind them, and last what that works with.
  @Override
  public void close() {
    end(openings::close);
  }

  private static void end(ApplicationContext context) {
    end(() -> context.findBean(WebServer.class).ifPresent(WebServer::close));
    end(() -> endSchedules(context));
    end(() -> context.getBean(EngineStartup.class).stop());
    end(context::close);
  }

  /// What could not be ended keeps nothing else from being ended.
  private static void end(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException e) {
      Console.say(Console.explain("A part of Slipway could not be stopped", e));
    }
  }

  /// What comes round every few seconds would ask for parts that are closed, and make them anew.
  private static void endSchedules(ApplicationContext context) {
    var schedules =
        context.getBean(ExecutorService.class, Qualifiers.byName(TaskExecutors.SCHEDULED));
    schedules.shutdown();
    try {
      var _ = schedules.awaitTermination(SCHEDULES_END_WITHIN.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
