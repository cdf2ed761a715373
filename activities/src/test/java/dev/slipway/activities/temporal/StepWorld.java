package dev.slipway.activities.temporal;

import dev.slipway.activities.ledger.ExternalObject;
import dev.slipway.activities.ledger.Ledger;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.action.Residual;
import dev.slipway.workflows.step.StepContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;

/// An action whose steps a test calls one by one, without Temporal.
public final class StepWorld {

  /// Whose action it is.
  public static final String TENANT = "ten_north";

  private final Storage storage;
  private final String action = "act_" + UUID.randomUUID().toString().replace("-", "");
  private final List<Residual> residual = new ArrayList<>();

  /// Stores a new action.
  public StepWorld(Storage storage) {
    this.storage = storage;
    String sql =
        """
        insert into tenant (id, name, path) values ('ten_north', 'North', '/north')
        on conflict do nothing;
        insert into action
          (id, tenant_id, type, status, resource_type, resource_id, requested_by_id,
           requested_by_type, order_json, created_at, written_at, correlation_id)
        values
          ('%s', 'ten_north', 'create_server', 'running', 'server', 'srv_1', 'usr_1', 'user', '{}',
           '2026-01-01', '2026-01-01', 'cor_1')
        """;
    try (var connection = storage.database().asAdministrator();
        var statement = connection.createStatement()) {
      statement.execute(sql.formatted(action));
    } catch (SQLException e) {
      throw new IllegalStateException("storing an action", e);
    }
  }

  /// The action's id.
  public String action() {
    return action;
  }

  /// The key of a step.
  public String key(String step) {
    return action + "/" + step + "/1";
  }

  /// Runs an attempt of a step.
  public <T> T run(String step, Callable<T> call) {
    return run(step, 1, call);
  }

  /// Runs an attempt of a step with the inputs of a generation.
  public <T> T run(String step, int generation, Callable<T> call) {
    return attempt(step, Phase.FORWARD, generation, call);
  }

  /// Runs an attempt of a step's undo.
  public void undo(String step, Runnable call) {
    attempt(
        step,
        Phase.UNDO,
        1,
        () -> {
          call.run();
          return action;
        });
  }

  /// An operator leaves what a step may have made, which nobody has recorded.
  public void leaves(String step) {
    storage.execute(
        """
        insert into action_step (action_id, tenant_id, step, label, position, status, p50_ms, p95_ms)
        values ('%1$s', 'ten_north', '%2$s', '%2$s', 0, 'residual', 0, 0)
        """
            .formatted(action, step),
        """
        update action set residual = '[{"kind":"%2$s","note":"left","externalId":null}]'
        where id = '%1$s'
        """
            .formatted(action, step));
  }

  /// What the attempts left behind.
  public List<Residual> residual() {
    return List.copyOf(residual);
  }

  /// What the ledger has for a step.
  public Optional<ExternalObject> recorded(String step) {
    return storage.get(Ledger.class).find(action, step, 1);
  }

  private <T> T attempt(String step, Phase phase, int generation, Callable<T> call) {
    StepContext context = StepContextFixtures.aContext(action, step, phase, generation, 0);
    try {
      return StepAttempt.inTest(
          context,
          () -> {
            T result = call.call();
            residual.addAll(StepAttempt.current().residual());
            return result;
          });
    } catch (RuntimeException thrown) {
      throw thrown;
    } catch (Exception checked) {
      throw new IllegalStateException(checked);
    }
  }
}
