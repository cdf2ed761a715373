package dev.slipway.workflows.server;

import dev.slipway.workflows.step.Plan;
import dev.slipway.workflows.step.PlanContract;
import dev.slipway.workflows.step.PlanSubject;
import dev.slipway.workflows.step.PlanWorkflow;
import dev.slipway.workflows.step.Step;
import dev.slipway.workflows.world.InMemoryWorld;
import java.util.Map;
import java.util.random.RandomGenerator;

class CreateServerTest extends PlanContract<ServerOrder> {

  CreateServerTest() {
    super(new CreateServerSubject(new InMemoryWorld()));
  }

  private record CreateServerSubject(InMemoryWorld world) implements PlanSubject<ServerOrder> {

    @Override
    public Plan<ServerOrder> plan() {
      return new CreateServer();
    }

    @Override
    public Class<? extends PlanWorkflow<ServerOrder>> workflow() {
      return CreateServerWorkflowImpl.class;
    }

    @Override
    public ServerOrder order(RandomGenerator random) {
      return ServerFixtures.anOrder(random);
    }

    @Override
    public Map<String, Object> editsOf(Step<?, ?, ?> step) {
      return step.equals(CreateServer.RESERVE_CAPACITY)
          ? Map.of("location", "elsewhere-1")
          : Map.of("image", "fedora-44");
    }

    @Override
    public String folder() {
      return "create_server";
    }
  }
}
