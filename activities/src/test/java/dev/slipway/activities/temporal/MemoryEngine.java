package dev.slipway.activities.temporal;

import static dev.slipway.activities.action.ActionFixtures.aCreate;
import static dev.slipway.activities.server.ServerFixtures.aServer;
import static dev.slipway.activities.storage.Storage.NORTH;

import dev.slipway.activities.action.EngineParking;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.Action;
import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.NewAction;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.action.StepStatus;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.Servers;
import dev.slipway.workflows.simulator.Fault;
import dev.slipway.workflows.simulator.FaultRule;
import dev.slipway.workflows.simulator.Simulators;
import dev.slipway.workflows.step.SearchAttributes;
import dev.slipway.workflows.step.StepContextPropagator;
import dev.slipway.workflows.step.WireJson;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// The engine in memory over real tables and in real time, with our worker, watchdog and sender on
/// it. Nothing works before the worker is started.
final class MemoryEngine implements AutoCloseable {

  private final Storage storage;
  private final TestWorkflowEnvironment engine;
  private TemporalWorker worker;
  private final EngineProbe probe;
  private final ActionStarter starter;
  private final UpdateSender commands;

  /// @param interceptor what the worker runs with
  MemoryEngine(Storage storage, StepInterceptor interceptor) {
    this.storage = storage;
    this.engine = engine();
    TemporalConfiguration settings = TemporalFixtures.inMemory();
    var client = engine.getWorkflowClient();
    this.worker =
        new TemporalWorker(client, interceptor, storage.get(StepActivities.class), settings);
    var stubs = engine.getWorkflowServiceStubs();
    this.probe = new EngineProbe(stubs, settings, new EngineContact(stubs, settings));
    this.starter =
        new ActionStarter(
            client, storage.get(StartSource.class), settings, new PanelAddress(settings));
    this.commands = new UpdateSender(client);
  }

  private static TestWorkflowEnvironment engine() {
    TestEnvironmentOptions.Builder options =
        TestEnvironmentOptions.newBuilder()
            .setUseTimeskipping(false)
            .setWorkflowClientOptions(
                WorkflowClientOptions.newBuilder()
                    .setDataConverter(WireJson.CONVERTER)
                    .setContextPropagators(List.of(new StepContextPropagator()))
                    .build());
    for (var each :
        List.of(
            SearchAttributes.TENANT,
            SearchAttributes.SERVER,
            SearchAttributes.ACTION_TYPE,
            SearchAttributes.ATTENTION)) {
      options.registerSearchAttribute(each.getName(), IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD);
    }
    return TestWorkflowEnvironment.newInstance(options.build());
  }

  /// Lets the location of its orders have no room for so many requests.
  void leaveNoRoomFor(int requests) {
    replaceFaults(List.of(new FaultRule("reserve", Fault.CAPACITY, requests, 1.0, Duration.ZERO)));
  }

  /// Lets the location of its orders have room.
  void makeRoom() {
    replaceFaults(List.of());
  }

  private void replaceFaults(List<FaultRule> faults) {
    storage.get(Simulators.class).replaceFaults("sim-1", faults);
  }

  void startWorker() {
    worker.start();
  }

  /// Ends the worker as a process does that is asked to end.
  void stopWorker() {
    worker.stop();
  }

  /// A worker with another interceptor on the same engine; the one before must have ended.
  void startNextWorker(StepInterceptor interceptor) {
    worker =
        new TemporalWorker(
            client(), interceptor, storage.get(StepActivities.class), TemporalFixtures.inMemory());
    worker.start();
  }

  /// Stores an order at `sim-1` and starts its workflow.
  ActionId orders() {
    ActionId id = stores();
    starter.start(id.value());
    return id;
  }

  /// Takes an order at `sim-1` in a process that leaves starting to others.
  ActionId ordersWithoutStarter() {
    ActionId id = stores();
    TemporalConfiguration settings = TemporalFixtures.withoutStarter();
    new ActionStarter(
            engine.getWorkflowClient(),
            storage.get(StartSource.class),
            settings,
            new PanelAddress(settings))
        .startSoon(id.value());
    return id;
  }

  private ActionId stores() {
    Server server = aServer(NORTH);
    NewAction order = aCreate(server);
    storage.asPlatform(() -> storage.get(Servers.class).create(server, null));
    storage.asPlatform(() -> storage.get(Actions.class).create(order));
    return order.id();
  }

  /// The action as it stands.
  Action find(ActionId id) {
    return storage.asPlatform(() -> storage.get(Actions.class).find(id)).orElseThrow();
  }

  /// Whether an action has a workflow.
  boolean isStarted(ActionId id) {
    try {
      var _ = engine.getWorkflowClient().newUntypedWorkflowStub(id.value()).describe();
      return true;
    } catch (WorkflowNotFoundException none) {
      return false;
    }
  }

  /// The number of the present parking.
  int parkingOf(ActionId id) {
    return Objects.requireNonNull(find(id).parking(), "it is not parked").number();
  }

  /// Lets the watchdog look at an action now.
  void watch(ActionId id) {
    Action action = find(id);
    var parking = action.parking();
    EngineTables.WatchRow row =
        new EngineTables.WatchRow(
            id.value(),
            action.version(),
            parking == null ? 0 : parking.number(),
            parking == null ? null : parking.cause().code(),
            Phase.FORWARD.code(),
            action.steps().stream().anyMatch(step -> step.status() == StepStatus.PARKED));
    watchdog().inspect(row);
  }

  private Watchdog watchdog() {
    return new Watchdog(probe, storage.get(EngineParking.class), starter);
  }

  /// Closes an action's run from outside.
  void terminate(ActionId id) {
    engine.getWorkflowClient().newUntypedWorkflowStub(id.value()).terminate("a test");
  }

  /// Starts what is to be started and nobody started.
  void sweep() {
    sweeps().start();
  }

  private EngineSweeps sweeps() {
    return new EngineSweeps(starter, unheardAborts(), watchdog(), storage.get(EngineRows.class));
  }

  /// What people's commands go through.
  CommandDelivery delivery() {
    return new CommandDelivery(commands, sweeps());
  }

  WorkflowClient client() {
    return engine.getWorkflowClient();
  }

  UpdateSender commands() {
    return commands;
  }

  EngineProbe probe() {
    return probe;
  }

  UnheardAborts unheardAborts() {
    return new UnheardAborts(commands, starter, probe);
  }

  @Override
  public void close() {
    worker.stop();
    engine.close();
  }
}
