package dev.slipway.workflows.world;

import dev.slipway.workflows.address.AddressActivities;
import dev.slipway.workflows.address.Addresses;
import dev.slipway.workflows.address.AllocateAddresses;
import dev.slipway.workflows.capacity.CapacityActivities;
import dev.slipway.workflows.capacity.Reservation;
import dev.slipway.workflows.capacity.ReserveCapacity;
import dev.slipway.workflows.machine.CreateMachine;
import dev.slipway.workflows.machine.Machine;
import dev.slipway.workflows.machine.MachineActivities;
import dev.slipway.workflows.machine.MachineTask;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.server.PublishServer;
import dev.slipway.workflows.server.PublishedServer;
import dev.slipway.workflows.server.ServerActivities;
import dev.slipway.workflows.step.Adoption;
import dev.slipway.workflows.step.CloseActivities;
import dev.slipway.workflows.step.StepContext;
import dev.slipway.workflows.step.StepContextPropagator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A world that behaves as the contract of the activities says: it finds before it makes, under the
/// key of the step's context, and removing nothing is a success.
public final class InMemoryWorld {

  private final WorldLedger ledger = new WorldLedger();
  private final Mishaps mishaps = new Mishaps();

  /// What goes wrong in it.
  public Mishaps mishaps() {
    return mishaps;
  }

  /// The activities to register with a worker.
  public Object[] activities() {
    return new Object[] {
      new Capacity(), new AddressPool(), new Machines(), new ServerRecords(), new Closing()
    };
  }

  /// Keys of an action under which something exists.
  public List<String> presentOf(String action) {
    return ledger.presentOf(action);
  }

  /// How often each key of an action had an effect.
  public Map<String, Integer> effectsOf(String action) {
    return ledger.effectsOf(action);
  }

  /// How often what a key of an action made was removed.
  public Map<String, Integer> removalsOf(String action) {
    return ledger.removalsOf(action);
  }

  /// Makes something at the provider by hand.
  ///
  /// @return the provider's id
  public String makeByHand() {
    return ledger.makeByHand();
  }

  /// Whether the provider has it.
  public boolean exists(String externalId) {
    return ledger.exists(externalId);
  }

  /// The provider's id of what a key has, null when nothing.
  public @Nullable String of(String key) {
    return ledger.of(key);
  }

  private <T> T effect(Function<String, T> work) {
    StepContext context = StepContextPropagator.current().orElseThrow();
    T result = work.apply(context.key());
    mishaps.strike(context, Moment.AFTER_EFFECT);
    return result;
  }

  private void removal() {
    effect(key -> {
      ledger.remove(key);
      return key;
    });
  }

  private <T> T once(Supplier<T> result) {
    return effect(key -> {
      ledger.once(key);
      return result.get();
    });
  }

  private final class Capacity implements CapacityActivities {
    @Override
    public Reservation reserve(ReserveCapacity request) {
      return effect(
          key -> new Reservation(ledger.findOrMake(key), request.location(), request.size()));
    }

    @Override
    public void release(ReserveCapacity request) {
      removal();
    }
  }

  private final class AddressPool implements AddressActivities {
    @Override
    public Addresses allocate(AllocateAddresses request) {
      return effect(
          key -> new Addresses(request.location(), ledger.findOrMake(key) + ".test", "2001:db8::"));
    }

    @Override
    public void release(AllocateAddresses request) {
      removal();
    }
  }

  private final class Machines implements MachineActivities {
    @Override
    public MachineTask create(CreateMachine request) {
      return effect(key -> new MachineTask(request, key, ledger.findOrMake(key), "task"));
    }

    @Override
    public MachineTask adopt(Adoption<CreateMachine> adoption) {
      return effect(key -> {
        ledger.adopt(key, adoption.externalId());
        return new MachineTask(adoption.request(), key, adoption.externalId(), null);
      });
    }

    @Override
    public void destroy(CreateMachine request) {
      removal();
    }

    @Override
    public Machine await(MachineTask task) {
      return effect(key -> existing(new Machine(task.request(), task.key(), task.externalId())));
    }

    @Override
    public Machine configure(Machine machine) {
      return once(() -> existing(machine));
    }

    @Override
    public Machine verify(Machine machine) {
      return effect(key -> existing(machine));
    }

    private Machine existing(Machine machine) {
      if (!machine.externalId().equals(ledger.of(machine.key()))) {
        throw new ScriptedFailure(FailureClass.NOT_FOUND, machine.key() + " has no machine", null);
      }
      return machine;
    }
  }

  private final class ServerRecords implements ServerActivities {
    @Override
    public PublishedServer publish(PublishServer request) {
      return once(() -> new PublishedServer(request.server()));
    }
  }

  private final class Closing implements CloseActivities {
    @Override
    public void close(String action) {
      once(() -> action);
    }
  }
}
