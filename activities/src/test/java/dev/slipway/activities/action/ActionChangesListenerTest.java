package dev.slipway.activities.action;

import static dev.slipway.activities.action.ActionFixtures.aCreate;
import static dev.slipway.activities.server.ServerFixtures.aServer;
import static dev.slipway.activities.storage.Storage.NORTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.action.ActionChanges;
import dev.slipway.workflows.action.ActionChanges.ActionChange;
import dev.slipway.workflows.action.ActionChanges.Subscription;
import dev.slipway.workflows.action.Actions;
import dev.slipway.workflows.action.NewAction;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ActionChangesListenerTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final ActionChanges changes = STORAGE.get(ActionChanges.class);
  private final Actions actions = STORAGE.get(Actions.class);
  private final Ear ear = new Ear();

  private static final class Ear implements ActionChanges.Listener {
    final List<ActionChange> heard = new CopyOnWriteArrayList<>();
    final AtomicInteger missed = new AtomicInteger();
    final AtomicInteger lost = new AtomicInteger();

    @Override
    public void changed(ActionChange change) {
      heard.add(change);
    }

    @Override
    public void missedSome() {
      missed.incrementAndGet();
    }

    @Override
    public void lost() {
      lost.incrementAndGet();
    }
  }

  @Test
  void a_change_is_heard_once_with_its_ids_and_version() {
    NewAction order = aCreate(aServer(NORTH));
    try (Subscription subscription = subscribe()) {
      create(order);

      await().until(() -> !ear.heard.isEmpty());
      assertThat(subscription).isNotNull();
    }

    assertThat(ear.heard)
        .containsExactly(
            new ActionChange(order.id().value(), "ten_north", order.resource().id(), 1));
  }

  @Test
  void what_was_rolled_back_is_never_heard() {
    NewAction lost = aCreate(aServer(NORTH));
    NewAction kept = aCreate(aServer(NORTH));
    try (Subscription subscription = subscribe()) {
      assertThatThrownBy(() ->
              STORAGE.asPlatform(() -> {
                actions.create(lost);
                throw new IllegalStateException("on purpose");
              }))
          .hasMessage("on purpose");
      create(kept);

      await().until(() -> !ear.heard.isEmpty());
      assertThat(subscription).isNotNull();
    }

    assertThat(ear.heard).extracting(ActionChange::actionId).containsExactly(kept.id().value());
  }

  @Test
  void a_lost_connection_is_opened_again_and_told_of() throws SQLException {
    try (Subscription subscription = subscribe()) {
      int before = ear.missed.get();

      hangUp();

      await().until(() -> ear.missed.get() > before);
      assertThat(ear.lost).hasValue(1);
      create(aCreate(aServer(NORTH)));
      await().until(() -> !ear.heard.isEmpty());
      assertThat(subscription).isNotNull();
    }
  }

  @Test
  void whoever_left_hears_nothing_more() {
    Ear other = new Ear();
    Subscription left = changes.subscribe(other);
    try (Subscription subscription = subscribe()) {
      left.close();
      int missed = other.missed.get();
      create(aCreate(aServer(NORTH)));

      await().until(() -> !ear.heard.isEmpty());
      assertThat(other.heard).isEmpty();
      assertThat(other.missed).hasValue(missed);
      assertThat(subscription).isNotNull();
    }
  }

  /// Subscribes and waits until the connection listens.
  private Subscription subscribe() {
    Subscription subscription = changes.subscribe(ear);
    await().until(ActionChangesListenerTest::isListening);
    return subscription;
  }

  private static boolean isListening() throws SQLException {
    String question =
        """
        select count(*) from pg_stat_activity
        where application_name = 'slipway changes' and state = 'idle'
          and datname = current_database() and query ilike 'listen%'
        """;
    try (var connection = STORAGE.database().asAdministrator();
        var statement = connection.createStatement();
        var result = statement.executeQuery(question)) {
      return result.next() && result.getInt(1) > 0;
    }
  }

  private static void hangUp() throws SQLException {
    String command =
        """
        select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'slipway changes' and datname = current_database()
        """;
    try (var connection = STORAGE.database().asAdministrator();
        var statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private void create(NewAction action) {
    STORAGE.asPlatform(() -> actions.create(action));
  }
}
